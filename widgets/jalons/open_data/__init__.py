"""*Données ouvertes*: the official files of this machine, on a page: see, update, bring a copy."""
