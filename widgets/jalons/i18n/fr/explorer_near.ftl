# Explorer près de chez soi, quand des fichiers officiels sont là. Phrases sans sélecteur, comme
# explorer.ftl. Lecteur : un élève de seize ans.

explorer-near-refine = Filtrer et préciser : durée, mention…
explorer-near-title = Près de chez moi
explorer-near-nowhere = choisir mon département
explorer-near-academy = toute l’académie : { $academy }
explorer-near-only = Seulement ce qui se prépare dans un lycée près de chez moi
explorer-near-unmet = Pas trouvé dans un lycée près de chez moi ({ $place }). En apprentissage ou plus loin, c’est peut-être possible.
explorer-near-school = { $place } : 1 établissement
explorer-near-schools = { $place } : { $count } établissements
explorer-near-session = Parcoursup { $year }
explorer-near-place = 1 place
explorer-near-none = { $place } : aucun lycée trouvé. Regarder plus loin, ou en apprentissage.
explorer-near-where = Où se former près de chez moi ({ $place })
explorer-near-became = Après mon diplôme, dans les lycées près de chez moi ({ $place })
explorer-near-region = Dans ma région
explorer-near-mean = { $region }, moyenne simple de { $n } relevés de lycées : { $figure }.
explorer-near-more = { $count } de plus
explorer-near-places = { $places } places
explorer-near-places-unknown = nombre de places non publié
explorer-near-share = { $share } % de bacs pro parmi les { $n } bacheliers de l’année admis
explorer-near-few = trop peu d’admis pour donner la part de bacs pro

explorer-near-cio = Des CIO près de chez moi ({ $place })
explorer-near-lycees = Lycées professionnels ({ $place }) : { $count }
explorer-near-cfa = Les CFA de ma région ({ $region })
explorer-near-cfa-search = Chercher un nom ou une ville
explorer-near-cfa-count = CFA trouvés : { $count }

explorer-near-sources = D’où viennent ces lieux
explorer-near-source-parcoursup = Places et admis : Parcoursup { $year }, au lycée. Cela change chaque année : vérifier sur parcoursup.fr.
explorer-near-source-onisep = Lieux de formation : Onisep (licence ODbL), copie du { $day }, au lycée. À vérifier auprès du lycée.
explorer-near-source-inserjeunes = Après le diplôme : InserJeunes, { $period }, par lycée. Le nombre d’élèves n’est pas donné ; rien n’est publié quand il est trop petit.
explorer-near-source-cfa = Après le CFA : InserJeunes, { $period }, toutes ses formations ensemble. Le nombre d’apprentis n’est pas donné ; rien n’est publié quand il est trop petit.
explorer-near-source-annuaire = CIO et lycées : annuaire de l’Éducation nationale, copie du { $day }.
explorer-near-unknown = Intitulés qui ne correspondent à aucun diplôme d’aujourd’hui : { $count }. Leurs lieux ne sont pas montrés : { $titles }.
