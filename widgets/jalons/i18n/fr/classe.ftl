# jalons classe : la page de classe.

classe-where = Dites où écrire la page (-o page.html), ou montrez-la sur le réseau (--serve).
classe-html = { $file } : donnez un nom en .html.
classe-no-port = Aucun port n'est libre entre { $first } et { $last }. Donnez-en un autre avec --port.
classe-alone = Ce poste n'est sur aucun réseau : lui seul peut ouvrir la page.
classe-address = La page de classe est à cette adresse, pour tous les postes et téléphones du même réseau : { $address }
classe-only = Rien d'autre n'est accessible à cette adresse, et rien n'y est enregistré. Ctrl+C pour arrêter.
classe-poster = Photographier le code, ou taper l’adresse. Il faut être sur le réseau de l’établissement.
classe-stopped = La page n'est plus montrée.
classe-no-places = Aucun fichier de lieux n'est encore là ({ $folder }). Lancez « jalons data update », ou déposez-y une copie.
