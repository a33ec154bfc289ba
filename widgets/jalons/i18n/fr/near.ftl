# Les places près de chez soi (jalons options --near), d'après Parcoursup.

near-no-file = Le fichier de Parcoursup n'est pas encore là. Lancez « jalons data update parcoursup », ou déposez-le ici : { $file }
near-nowhere = Le fichier de Parcoursup ne connaît pas « { $place } ». Écrivez une académie, un département ou une commune, par exemple Lyon, Rhône ou 69.
near-no-towns = « { $place } » n'est ni une académie ni un département, et ce fichier de Parcoursup n'indique pas les communes. Écrivez par exemple Lyon, Rhône ou 69.
near-title = Près de { $place }, Parcoursup { $year }
near-none = aucune formation trouvée
near-school = { $school } ({ $where })
near-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
near-places-unknown = nombre de places non publié
near-share = { $share } % de bac pro parmi les { $n } bacheliers de l'année admis
near-few = trop peu d'admis pour donner la part de bac pro
near-unknown = À { $place }, des intitulés de { $year } qui ne correspondent à aucun diplôme d'aujourd'hui (nombre de formations) : { $titles }.
near-source = Places et admis : Parcoursup { $year } (ministère de l'Enseignement supérieur), voie scolaire. D'une année à l'autre, elles changent : vérifiez sur parcoursup.fr.
problem-no-such-place = « { $place } » n'est ni une académie ni un département. Écrivez par exemple Lyon, Rhône ou 69.
