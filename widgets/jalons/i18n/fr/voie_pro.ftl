# Le modèle voie-pro : ses états, ses taux.

cohorts-state-2PRO = 2de professionnelle
cohorts-state-1PRO = 1re professionnelle
cohorts-state-TPRO = Terminale professionnelle
cohorts-state-CAP1 = CAP, 1re année
cohorts-state-CAP2 = CAP, 2e année
cohorts-state-CS = Certificat de spécialisation
cohorts-state-BP_BMA = BP ou BMA
cohorts-state-BTS1 = BTS, 1re année
cohorts-state-BTS2 = BTS, 2e année
cohorts-state-licence = Licence ou BUT
cohorts-state-apprenticeship = Apprentissage
cohorts-state-other_studies = Autres études
cohorts-state-employed = En emploi
cohorts-state-neither = Ni emploi ni formation
cohorts-state-left_without_diploma = Partis avant la dernière année, sans diplôme

cohorts-model-per-pupil = des élèves
cohorts-model-per-leaver = des sortants
cohorts-model-confidence = Confiance : A source officielle, B presse qui la cite, C calcul, D hypothèse.
cohorts-model-miss-titles = année;niv.;modèle;observé;écart;
cohorts-model-given = entrants pris sur l'observé : pas d'écart possible
cohorts-model-fitted = année d'ajustement
cohorts-model-unseen = année jamais vue
