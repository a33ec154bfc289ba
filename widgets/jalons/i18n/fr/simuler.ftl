# La page Simuler.

simuler-failure = Cette action n'a pas abouti. Vos réglages sont gardés : réessayez, ou rechargez la page.

## 1. Quels élèves

simuler-who = 1. Quels élèves ?
simuler-kind = Je regarde
simuler-kind-france = toute la France
simuler-kind-academie = une académie
simuler-kind-lycee = mon lycée
simuler-kind-fichier = un scénario ouvert
simuler-academy = Académie
simuler-academy-none = (à choisir)
simuler-horizon = pendant
simuler-years = { $count ->
    [one] un an
   *[other] { $count } ans
}
simuler-who-france = la voie professionnelle scolaire en France, depuis la rentrée { $year }
simuler-who-academie = l'académie de { $name }, depuis la rentrée { $year }
simuler-who-lycee = votre lycée, depuis la rentrée { $year }
simuler-who-fichier = le scénario « { $name } », depuis { $year }
simuler-open = Vous suivez { $who }, jusqu'en { $last } : { $heads } élèves et étudiants au départ.
simuler-wrong = { $count ->
    [one] Une chose à corriger.
   *[other] { $count } choses à corriger.
} En attendant, la page montre toujours { $shown }.
problem-origin-no-academy = choisissez une académie dans la liste.

## Mon lycée

simuler-school = Les effectifs de votre lycée
simuler-school-text = Une ligne par rentrée : tapez, ou collez depuis un tableur. Deux rentrées qui se suivent suffisent pour lire vos taux de passage ; avec une seule, la page prend ceux de votre académie ou de la France. Rien ne quitte cet ordinateur.
simuler-school-example = Remplir avec un lycée inventé
simuler-school-clear = Tout effacer
simuler-rows-cut = Le tableau tient { $most } lignes : les suivantes n'ont pas été prises.
simuler-sheet-effectifs = Effectifs
simuler-sheet-passages = Passages (facultatif)
simuler-sheet-passages-note = Si vous avez suivi vos élèves un par un : combien étaient là au départ, combien étaient au niveau suivant un an après. Ces passages remplacent ce que disent les effectifs.
simuler-grid-rentree = Rentrée
simuler-grid-vers = Passage
simuler-grid-depart = Élèves au départ
simuler-grid-arrivee = Au niveau suivant un an après
simuler-passage-1PRO = de 2de en 1re pro
simuler-passage-TPRO = de 1re en terminale pro
simuler-passage-CAP2 = de 1re en 2e année de CAP
problem-counts-none = aucune rentrée. Donnez au moins une ligne : l'année, puis l'effectif de chaque niveau (0 s'il n'existe pas).
problem-counts-nobody = aucun élève à la rentrée { $year }. Donnez au moins un effectif.
problem-counts-year-twice = cette rentrée est donnée deux fois. Gardez une seule ligne.
problem-counts-whole = il faut un nombre entier entre { $low } et { $high }, par exemple 24.
problem-counts-level = choisissez un passage dans la liste.
simuler-weights = Ce que pèsent vos propres chiffres
simuler-weights-text = Peu d'élèves, c'est beaucoup de hasard : une année exceptionnelle ferait croire à une tendance. Vos taux sont donc mêlés à ceux de l'académie et de la France. Plus vous donnez d'années et d'élèves, plus vos chiffres pèsent.
simuler-weights-sentence = { $passage } : votre taux { $own }, retenu { $ratio } (neuf fois sur dix entre { $low } et { $high }). Vos chiffres ({ $pupils } élèves) pèsent { $ownWeight }, l'académie { $academyWeight }, la France { $franceWeight }.
simuler-weights-sentence-none = { $passage } : vous n'avez pas de taux ; retenu { $ratio } (neuf fois sur dix entre { $low } et { $high }). L'académie pèse { $academyWeight }, la France { $franceWeight }.
simuler-weights-over = Un taux peut dépasser 100 % : il compte aussi ceux qui arrivent d'ailleurs.
simuler-weight-own = vous
simuler-weight-academy = académie
simuler-weight-france = France
simuler-local-rest = Seuls les taux de passage entre niveaux sont ceux du lieu. La suite (BTS, apprentissage, emploi) reprend les taux nationaux, et les effectifs après le lycée sont ceux de la France ramenés au nombre de terminales. Là où l'on passe plus souvent au niveau suivant qu'en France, on sort moins par les autres voies, en proportion, jusqu'à deux fois moins (hypothèse) ; au-delà, le modèle compte des élèves venus d'ailleurs.

## 2. Les leviers

simuler-levers = 2. Que changez-vous ?
simuler-levers-text = 0 % : comme aujourd'hui. 100 % : chaque élève concerné en profite.
dials-reset = Remettre « %label% » comme aujourd'hui
dials-more = D'où vient cet effet, le régler
simuler-size = Force de l'effet
simuler-size-text = Sur 100 élèves qui auraient pris l'autre route, combien en changeraient, si tous étaient concernés.
simuler-evidence-illustrative = Effet illustratif, réglé par vous : aucune étude publique ne le mesure. Par défaut :
simuler-evidence-documented = Effet documenté : { $source }. Par défaut :
simuler-evidence-sized = Effet réglé par vous :
simuler-evidence-own = Effet décrit par vous :
simuler-effect = sur 100 élèves qui, après « { $state } », iraient vers « { $instead } », { $share } iraient plutôt vers « { $to } »{ $group ->
    [none] {""}
   *[other] {" "}(groupe { $group })
}
simuler-landmark = Repère : { $text }.
simuler-places = Places : { $state }
simuler-places-text = Places ouvertes (+) ou fermées (−) chaque année.
simuler-places-note = Ouvertes, elles prennent des élèves qui seraient sortis vers l'emploi ou sans solution ; fermées, elles les y rendent. « { $state } » : le nombre est par an. Hypothèse : toutes les places sont remplies.
simuler-invite = Déplacez un curseur : ce qui change s'affiche ici aussitôt. Ou choisissez plus bas une histoire toute prête.
simuler-try = Essayer : le parcours de consolidation pour tous
simuler-tiles = Ce qui change à la rentrée { $year }
simuler-today = comme aujourd'hui
simuler-today-word = aujourd'hui
simuler-kept-word = votre comparaison
simuler-yearly = { $state } (dans l'année)
simuler-between = entre { $low } et { $high }
simuler-change = { $state } { $change } ({ $between })
simuler-changes = À la rentrée { $year }, par rapport à { $compared } : { $lines }.
simuler-no-change = Aucun levier ne bouge : les deux scénarios sont les mêmes.
simuler-interval-hint = Entre les deux bornes neuf fois sur dix. Cette fourchette compte le hasard et l'imprécision des taux ; elle ne compte pas l'effet du levier, que vous réglez. Moins d'emplois dans l'année peut vouloir dire plus d'études.
simuler-keep = Garder comme comparaison
simuler-forget = Comparer de nouveau à aujourd'hui
simuler-reset = Tout remettre comme aujourd'hui
simuler-compared = Comparé à : { $what }.
simuler-setting = { $lever } : { $coverage } %
simuler-setting-sized = { $line } (effet réglé à { $size } %)
simuler-setting-places = { $state } : { $places } places par an
simuler-points = { $count ->
    [0] { $number } point
    [1] { $number } point
   *[other] { $number } points
}
simuler-job-running = Calcul précis en cours
simuler-job-stop = Arrêter
simuler-job-stopping = Arrêt demandé…
simuler-job-done = Calcul précis terminé : 1 000 tirages.
simuler-job-stopped = Arrêté : l'aperçu reste affiché.
simuler-job-failed = Le calcul précis n'a pas abouti : l'aperçu reste affiché.
simuler-table = Voir le tableau
simuler-column-state = Où
simuler-column-first = Comparaison
simuler-column-second = Avec vos réglages
simuler-column-change = Différence
simuler-column-between = Neuf fois sur dix
simuler-png = Image (.png)
simuler-svg = Image (.svg)
simuler-file-difference = simuler-ce-qui-change
simuler-file-path = simuler-parcours
simuler-file-years = simuler-annees

## Indicateurs

simuler-cards = Les indicateurs
simuler-cards-text = Deux façons de compter, à ne jamais additionner : « par élève » (sur tous ceux de la classe) et « par sortant » (sur ceux qui ont quitté l'école).
simuler-per-pupil = par élève
simuler-per-leaver = par sortant
simuler-per-entrant = par entrant
simuler-extra = Le fichier ajoute, hors curseurs : { $what }.
simuler-card-france = France, comme aujourd'hui : { $value }
simuler-card-unsure = Peu sûr ici : ceux qui arrivent d'ailleurs cachent une partie des sorties.
simuler-card-same = inchangé
simuler-card-change = { $first } avant ; { $change } ({ $between })
simuler-card-more = D'où vient ce chiffre
simuler-card-year = Calculé pour le passage de la rentrée { $year } à la rentrée { $next }.
simuler-card-assumed = Une partie des taux est une hypothèse (confiance D) : voir la liste plus bas.
simuler-card-file = Taux du scénario ouvert.
simuler-card-asked = Indicateur demandé par : { $source }.
simuler-source = Repose sur : { $source }, { $year } (confiance { $confidence }).
simuler-no-indicator = Cette chaîne n'a pas les états dont parlent les indicateurs.

## 3. Le parcours d'une cohorte

simuler-path = 3. Où vont-ils, année après année ?
simuler-path-text = Mille élèves partent ensemble ; personne ne les rejoint. Plus un ruban est large, plus ils sont nombreux à le suivre.
simuler-start = Ils partent de
simuler-side-second = Avec vos réglages
simuler-side-first = Comparaison
simuler-after = { $count ->
    [0] départ
    [1] 1 an après
   *[other] { $count } ans après
}
simuler-path-sentence = Sur { $heads } élèves partis de « { $start } », { $years } ans plus tard : { $ends }.
simuler-what-cohort = Une cohorte suivie
simuler-what-year = Une rentrée
simuler-from-year = De la rentrée
simuler-year-to-year = { $year } à { $next }
simuler-september = rentrée { $year }
simuler-column-in-hundred = Sur 100 au départ
simuler-year-path-text = Tous les jeunes d'une rentrée, et où ils sont à la rentrée suivante. Les nouveaux, qui arrivent de l'extérieur (collège, autres voies), ne sont pas dessinés. Les flux de moins de { $least } jeunes sur mille sont dans le tableau seulement.
simuler-year-path-sentence = À la rentrée { $year }, { $heads } jeunes sont en cours de parcours. À la rentrée { $next }, les plus nombreux sont là : { $ends }. { $newcomers } nouveaux, non dessinés, les rejoignent.

## 4. Année après année

simuler-over-years = 4. Et d'une rentrée à l'autre ?
simuler-over-years-text = Bande foncée : le hasard seul (qui va où). Bande claire : le hasard et l'imprécision des taux ensemble.
simuler-which = Regarder
simuler-band-first = Comparaison
simuler-band-second = Avec vos réglages
simuler-band-all = Neuf fois sur dix
simuler-band-chance = Le hasard seul
simuler-column-year = Rentrée
simuler-column-both = Neuf fois sur dix
simuler-column-chance = Le hasard seul
simuler-column-rates = Les taux seuls
simuler-years-sentence = { $state }, en { $year } : { $second } avec vos réglages, { $first } dans la comparaison. Neuf fois sur dix entre { $low } et { $high }{ $cause ->
    [rates] {" "}; le doute vient surtout de l'imprécision des taux
    [chance] {" "}; le doute vient surtout du hasard, car les élèves sont peu nombreux
   *[none] {""}
}. { $same ->
    [yes] Les deux scénarios se confondent.
   *[no] L'écart entre les deux est bien plus sûr que chacun d'eux, car ils tirent les mêmes dés : { $gap } (entre { $gapLow } et { $gapHigh }).
}
simuler-school-empty = Tapez ou collez vos effectifs ci-dessous, ou essayez avec le lycée inventé. En attendant, la page montre { $shown }.
simuler-academy-empty = Choisissez une académie. En attendant, la page montre { $shown }.

## Histoires et présentation

simuler-stories = Des histoires à raconter
simuler-stories-text = Un clic règle les leviers et ouvre la présentation en grand : une idée par écran, les flèches pour avancer, Échap pour revenir ici.
simuler-present = Présenter les réglages actuels
simuler-story-consolidation = Et si chaque bachelier pro entrant en BTS avait le parcours de consolidation ?
simuler-story-consolidation-text = Combien passeraient en deuxième année, combien resteraient au lieu de partir.
simuler-story-tutoring = Et si personne ne décrochait seul ?
simuler-story-tutoring-text = Un tuteur ou un mentor pour chaque élève, dès la seconde et la première année de CAP.
simuler-story-cap = Et si le CAP ouvrait mieux sur le bac pro ?
simuler-story-cap-text = Des équipes de CAP et de bac pro qui se parlent, un accueil préparé en première.
simuler-story-choice = Et si l'entrée en BTS se préparait toute l'année ?
simuler-story-choice-text = Liaison avec le BTS, immersions et avis motivé du conseil, ensemble.
simuler-story-job = Et si chaque élève qui vise l'emploi passait par AvenirPro ?
simuler-story-job-text = Ce que cela ferait parmi ceux qui quittent l'école, et seulement eux.
simuler-story-places = Ouvrir des places de BTS : avec ou sans accompagnement ?
simuler-story-places-text = Les mêmes places des deux côtés ; seul le parcours de consolidation change.
simuler-story-all = Et si on faisait tout à la fois ?
simuler-story-all-text = Tous les leviers à fond. Les effets ne s'additionnent pas simplement : voyez pourquoi.
simuler-talk-title = Ce que changent nos réglages
simuler-talk-who = Pour { $who }.
simuler-talk-change = { $change } ; neuf fois sur dix { $between } points
simuler-talk-per = Compté { $per }.
simuler-talk-dots-pupil = Sur 100 élèves ou étudiants
simuler-talk-dots-leaver = Sur 100 jeunes sortis de l'école
simuler-talk-dots-entrant = Sur 100 entrants
simuler-talk-dots-line = { $name } : { $before } sans ce réglage, { $after } avec.
simuler-dots-both = { $count } dans les deux cas
simuler-dots-gain = { $count } de plus
simuler-dots-loss = { $count } de moins
simuler-talk-people = { $state } : ce que cela fait, à la rentrée { $year }
simuler-talk-people-note = Nombre d'élèves, en différence avec la comparaison.
simuler-sure = À quel point est-ce sûr ?
simuler-sure-interval = Fourchettes : neuf tirages sur dix ({ $draws } tirages). Elles comptent le hasard et l'imprécision des taux.
simuler-sure-illustrative = La force d'un levier est une hypothèse réglée par vous : aucune étude publique ne la mesure. Si elle est deux fois plus faible, le résultat l'est à peu près aussi.
simuler-sure-rates = Une partie des taux du modèle sont aussi des hypothèses, marquées D. C'est une aide pour discuter, pas une prévision.
simuler-talk-assumed = La liste complète, hypothèses comprises, est en bas de la page.

## D'où viennent ces chiffres

simuler-sources = D'où viennent ces chiffres ?
simuler-method = Comment c'est calculé
simuler-method-1 = Chaque rentrée, tous les élèves d'un niveau se répartissent entre les suites possibles, selon des taux ; puis de nouveaux élèves entrent.
simuler-method-2 = Un levier déplace une part d'un flux vers un autre. Deux leviers sur le même flux ne déplacent jamais deux fois le même élève.
simuler-method-3 = Les fourchettes viennent de tirages au sort : qui va où, et de combien chaque taux peut se tromper. Les deux scénarios tirent les mêmes dés : leur différence est celle du levier.
simuler-method-4 = « En emploi » est compté six mois après la sortie, par sortant ; « poursuite d'études », par élève de la classe. Les deux ne s'additionnent pas.
simuler-method-5 = « Ni emploi ni formation » compte aussi l'emploi non salarié ou à l'étranger, que les fichiers ne voient pas.
simuler-method-6 = 0 % sur un curseur, c'est ce que contiennent déjà les taux d'aujourd'hui : une mesure déjà répandue a donc moins à apporter que la page ne le montre.
simuler-method-7 = Les taux restent les mêmes d'une année à l'autre : ni réforme, ni crise, ni évolution du nombre de naissances.
simuler-rates = Les taux, un par un
simuler-assumed = { $assumed } taux sur { $total } sont des hypothèses (confiance D) : personne ne les publie.
simuler-misses = Ce que le modèle rate
simuler-misses-text = Parti des effectifs de 2019, le modèle retrouve-t-il ceux des années suivantes ? Voici l'écart, niveau par niveau, pour la France.
simuler-all-indicators = Tous les indicateurs
simuler-unavailable = Les indicateurs que la page ne peut pas donner, et pourquoi
simuler-published = Chiffre publié{ $part ->
    [none] {""}
   *[other] {" "}({ $part })
} : { $value } ({ $source }, { $year }).
simuler-percent = { $value } %
simuler-column-indicator = Indicateur
simuler-column-per = Compté
simuler-column-asked = Demandé par
simuler-column-rate = De → vers
simuler-column-value = Valeur
simuler-column-of = Part
simuler-column-confidence = Confiance
simuler-column-source = Source
simuler-column-modelled = Modèle
simuler-column-observed = Observé
simuler-column-miss = Écart
simuler-column-kind = Quoi

## Emporter

simuler-take = 5. Emporter, rouvrir
simuler-take-text = Les images se prennent sous chaque graphique. Le scénario (.yaml) se rouvre ici, ou se lance avec « jalons cohorts run ».
simuler-take-pdf = Une page (.pdf)
simuler-take-xlsx = Tous les chiffres (.xlsx)
simuler-take-yaml = Scénario (.yaml)
simuler-choose = Ouvrir un scénario (.yaml)…
simuler-choose-hint = Vos réglages actuels seront remplacés par ceux du fichier.
simuler-file-open = « { $file } » est ouvert.
simuler-file-wrong = « { $file } » ne peut pas être utilisé ; rien n'a changé. { $count ->
    [one] Une chose à corriger :
   *[other] { $count } choses à corriger :
}
simuler-yaml-comment = Scénario fait sur la page Simuler. Pour le lancer : jalons cohorts run { $file }
simuler-pdf-title = Simuler : ce qui change
simuler-pdf-issued = fait le { $date }
simuler-sheet-settings = Réglages
simuler-sheet-people = Effectifs
simuler-sheet-indicators = Indicateurs
simuler-sheet-path = Cohorte suivie
simuler-sheet-rates = Taux
simuler-column-setting = Réglage
simuler-column-second-low = Réglages, borne basse
simuler-column-second-high = Réglages, borne haute
simuler-column-change-low = Différence, borne basse
simuler-column-change-high = Différence, borne haute
simuler-column-chance-low = Hasard seul, borne basse
simuler-column-chance-high = Hasard seul, borne haute
simuler-column-rates-low = Taux seuls, borne basse
simuler-column-rates-high = Taux seuls, borne haute
simuler-column-scenario = Scénario
simuler-column-start = Partis de
simuler-column-after = Années après
simuler-column-from = De
simuler-column-to = Vers
simuler-column-count = Élèves
simuler-column-note = Note
