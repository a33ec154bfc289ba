# Explorer : options, règles d'admission, raisons, chemins. Des phrases simples, sans sélecteur :
# la page hors ligne remplit elle-même { $x }.

option-kind-BAC-PRO-1RE = Bac pro, entrée en première
option-kind-CS = Certificat de spécialisation (CS)
option-kind-FCIL = Formation complémentaire d’initiative locale (FCIL)
option-kind-BMA = Brevet des métiers d’art (BMA)
option-kind-BP = Brevet professionnel (BP)
option-kind-BTM = Brevet technique des métiers (BTM)
option-kind-BTS = BTS
option-kind-BUT = BUT (à l’IUT)
option-kind-LICENCE = Licence, à l’université
option-kind-CLASSE-PASSERELLE = Classe passerelle vers le BTS
option-kind-CAP-CONNEXE = Un autre CAP, en un an
option-kind-APPRENTISSAGE = Continuer en apprentissage
option-kind-AMBITION-EMPLOI = Parcours Ambition Emploi
option-kind-EMPLOI = Travailler avec son diplôme
option-kind-DIPLOME-ETAT = Diplôme d’État
option-kind-TITRE-PRO = Titre professionnel

option-about-BAC-PRO-1RE = Le bac pro se prépare en deux ans après un CAP : on entre directement en première.
option-about-CS = Le CS (l’ancienne mention complémentaire) ajoute une spécialité à un diplôme, en un an, au lycée ou au CFA.
option-about-FCIL = La FCIL dure un an et répond aux besoins d’entreprises proches. Elle donne une attestation ou un certificat, pas un diplôme national.
option-about-BMA = Le BMA forme en deux ans à un métier d’art. Il est au niveau du bac.
option-about-BP = Le BP approfondit un métier, en deux ans, en entreprise et au CFA. Il est au niveau du bac.
option-about-BTM = Le BTM forme en deux ans un bras droit du chef d’entreprise artisanale : chef d’atelier, responsable de fabrication.
option-about-BTS = Le BTS se prépare en deux ans, au lycée ou en apprentissage. C’est un diplôme de niveau bac + 2.
option-about-BUT = Le BUT dure trois ans et donne le grade de licence. Les bacheliers professionnels y sont très peu nombreux : il faut un dossier solide et en parler à ses professeurs.
option-about-LICENCE = La licence dure trois ans, avec beaucoup de cours théoriques et de travail seul. Peu de bacheliers professionnels la terminent : certaines universités proposent une remise à niveau.
option-about-DNMADE = Le DN MADE (métiers d’art et design) dure trois ans et donne le grade de licence.
option-about-CLASSE-PASSERELLE = La classe passerelle prépare pendant un an à réussir en BTS : méthode, français, mathématiques, découverte des BTS. Elle ne donne pas de diplôme.
option-about-CAP-CONNEXE = Avec un diplôme en main, un CAP d’un métier voisin se prépare en un an : les matières générales sont déjà acquises.
option-about-APPRENTISSAGE = L’apprenti a un contrat de travail et un salaire. Il alterne entreprise et CFA. Presque tous les diplômes se préparent ainsi.
option-about-AMBITION-EMPLOI = Le parcours Ambition Emploi aide ceux qui n’ont ni emploi ni place en formation. On reste élève, avec un accompagnement personnel.
option-about-EMPLOI = Le CAP et le bac pro donnent une qualification : on peut chercher un emploi tout de suite, et reprendre des études plus tard.
option-about-DIPLOME-ETAT = Un diplôme d’État est exigé pour exercer certains métiers du soin et du social.
option-about-TITRE-PRO = Un titre professionnel prépare à un métier précis, en quelques mois, dans un centre de formation comme l’Afpa ou le Greta.

option-rule-bac-pro-on-request = Sur demande, après l’avis du conseil de classe. La spécialité doit être cohérente avec le CAP obtenu.
option-rule-bac-pro-other-field = Cette spécialité n’est pas la suite directe du CAP : le rectorat décide, après l’avis de l’équipe pédagogique.
option-rule-family-speciality = À la fin de la seconde d’une famille de métiers, on demande sa spécialité pour la première.
option-rule-cs-after-cap = Sur dossier, dans la continuité du CAP obtenu.
option-rule-cs-after-bac = Sur dossier, auprès du lycée professionnel ou du CFA.
option-rule-fcil-after-cap = Sur dossier, auprès du lycée qui la propose, dans la continuité du CAP obtenu.
option-rule-fcil-after-bac = Sur dossier, auprès du lycée qui la propose.
option-rule-bma = Sur dossier. Le BMA n’existe que pour certaines spécialités de CAP.
option-rule-bp = Uniquement en apprentissage : il faut trouver une entreprise et s’inscrire dans un CFA.
option-rule-btm = Avec une entreprise, le plus souvent en apprentissage. Le BTM n’existe que pour certains métiers de l’artisanat : la chambre de métiers renseigne.
option-rule-bts-as-of-right = De droit : une mention bien ou très bien au bac pro donne une place en BTS du même domaine à la rentrée qui suit, à condition de l’avoir demandé sur Parcoursup.
option-rule-bts-with-opinion = L’avis favorable compte : la commission du BTS place parmi les candidats aptes les bacheliers professionnels qui l’ont reçu. Il faut faire le vœu sur Parcoursup. Cela ne vaut pas pour l’apprentissage.
option-rule-bts-parcoursup = Sur Parcoursup. La candidature des bacheliers professionnels est examinée en priorité ; le conseil de classe et le chef d’établissement donnent un avis sur chaque vœu.
option-rule-bts-second-round = Après un refus partout : des places restent en phase complémentaire de Parcoursup, et la commission du rectorat peut en proposer une à qui le demande.
option-rule-bts-contract = En apprentissage : avec un contrat signé dans une entreprise, le CFA inscrit.
option-rule-but = Sur Parcoursup, sur dossier.
option-rule-licence = Sur Parcoursup. Le bac pro donne le droit d’entrer à l’université ; certaines licences demandent d’accepter une remise à niveau.
option-rule-gateway-class = Ouverte avec un avis favorable du conseil de classe pour le BTS et aucune place obtenue. Le rectorat propose les places.
option-rule-gateway-class-if-refused = Ouverte à qui a un avis favorable du conseil de classe et n’est pris dans aucun BTS.
option-rule-other-cap = Sur dossier, dans un lycée ou un CFA qui ouvre le CAP en un an.
option-rule-apprenticeship = De 16 à 29 ans, avec un contrat signé dans une entreprise.
option-rule-ambition-emploi = Pour qui n’a pas trouvé de suite : la demande se fait au lycée, dès la rentrée.
option-rule-job = En répondant à une offre ou en se présentant ; le diplôme prouve la qualification.
option-rule-state-diploma = Sur dossier et entretien, auprès d’une école ; l’apprentissage existe aussi. Un bac pro du domaine allège la formation.
option-rule-professional-title = Sur dossier, auprès du centre de formation, avec l’aide de la mission locale ou de France Travail.
option-rule-licence-pro = Sur dossier, après un diplôme de niveau bac + 2.

option-closed-gateway-needs-opinion = Classe passerelle : elle demande un avis favorable du conseil de classe pour le BTS.
option-closed-gateway-needs-refusal = Classe passerelle : elle est pour ceux qui n’ont de place dans aucun BTS.
option-closed-gateway-opinion-unknown = Classe passerelle : elle demande un avis favorable du conseil de classe pour le BTS ; cet avis n’est pas indiqué.
option-closed-btm-crafts-only = BTM : il n’existe que pour des métiers de l’artisanat.

option-why-suite = C’est la suite naturelle du { $from }.
option-why-proche = C’est un domaine voisin de celui du { $from }.
option-why-group = Les deux diplômes sont du même domaine : { $domain }.
option-why-jobs = Ils mènent à un même métier : { $jobs }.
option-why-family = Cette spécialité est de la même famille de métiers : { $family }.
option-why-same = C’est la spécialité indiquée.
option-why-mention = Avec une mention bien ou très bien, l’entrée est de droit.
option-why-consolidation = En première année, un parcours de consolidation aide les bacheliers professionnels : en parler dès la terminale.
option-why-jobs-of-diploma = Des métiers possibles : { $jobs }.

option-unmet-duree-max = Dure plus longtemps que le souhait indiqué.
option-unmet-apprentissage-yes = Ne se fait pas en apprentissage.
option-unmet-apprentissage-no = Ne se fait qu’en apprentissage.

option-path-shortest = Le plus court
option-path-highest = Le plus loin
option-path-safest = Le plus sûr
option-path-apprenticeship = En apprentissage
option-lost-first = Si cette étape échoue, le diplôme de départ reste acquis : { $kept }.
option-lost-later = Si cette étape échoue, le diplôme d’avant reste acquis : { $kept }. On perd { $years } au plus.
option-years-1 = un an
option-years-n = { $years } ans
option-licence-pro = Licence professionnelle

option-calendar-to-confirm = à confirmer
option-calendar-last-year = date de l’année dernière, la nouvelle n’est pas encore publiée


option-notice-interview = Chaque année, un entretien personnel d’orientation avec le professeur principal fait le point : c’est le moment d’en parler.
option-notice-replaced = « { $asked } » est devenu : { $name }.
option-notice-later = Ces options viennent après le diplôme : les dates seront celles de l’année du diplôme.
option-notice-no-suite = Aucun diplôme n’est la suite directe de cette spécialité dans notre catalogue. Le psychologue de l’Éducation nationale (Psy-EN) connaît les solutions proches.
option-notice-academy = L’académie « { $academy } » n’est pas reconnue : les chiffres sont ceux de la France entière.

option-title = Options après le { $name }
option-cli-also = Autre voie
option-cli-others = Hors Éducation nationale
option-cli-closed = Fermé pour l’instant
option-cli-paths = Chemins possibles
option-cli-help = Qui peut aider
option-cli-next = Mène ensuite à

type-CAP = CAP
type-CAPA = CAP agricole
type-BAC-PRO = bac pro
type-BMA = BMA
type-BP = BP
type-CS = CS
type-BTS = BTS
type-BTSA = BTSA
type-BUT = BUT
type-DNMADE = DN MADE
type-DE = {"" }

nsf-11 = mathématiques et sciences
nsf-12 = droit et sciences humaines
nsf-13 = lettres et arts
nsf-20 = production et technologies industrielles
nsf-21 = agriculture, pêche, forêt et espaces verts
nsf-22 = alimentation, chimie, matériaux et énergie
nsf-23 = bâtiment, travaux publics et bois
nsf-24 = textile, mode et cuir
nsf-25 = mécanique, électricité et électronique
nsf-31 = commerce, gestion, transport et logistique
nsf-32 = communication, secrétariat et informatique
nsf-33 = santé, social, hôtellerie, coiffure et esthétique
nsf-34 = environnement, propreté et sécurité

problem-profile-too-large = ce fichier est trop gros pour un profil.
problem-profile-not-yaml = ce fichier n’est pas du YAML : une ligne par réponse, de la forme « niveau: TPRO ».
problem-profile-not-mapping = un profil est une liste de réponses, de la forme « niveau: TPRO ».
problem-profile-unknown-key = cette réponse n’est pas connue. Les réponses possibles : { $expected }.
problem-profile-choice = ce n’est pas une des valeurs possibles : { $expected }.
problem-profile-yes-no = répondre « oui » ou « non ».
problem-profile-missing = cette réponse manque. Attendu : { $expected }.
problem-profile-contradiction = ce diplôme ne va pas avec le niveau { $level }.
problem-profile-several = plusieurs spécialités portent ce nom, il faut en choisir une : { $names }.
problem-profile-unknown = aucune spécialité ne porte ce nom. Vouliez-vous dire : { $names } ?
problem-profile-unknown-far = aucune spécialité ne porte ce nom. Donner l’intitulé du diplôme, son sigle (MELEC, ASSP…) ou son code à huit chiffres.
problem-profile-not-wishes = les souhaits sont une liste, par exemple « souhaits: {"{"}duree_max: 2, apprentissage: oui{"}"} ».
problem-profile-years = une durée est un nombre d’années, entre 1 et 10.

# Chiffres. { $value } et { $n } sont déjà écrits dans la langue.
option-figure-poursuite = { $value } % des élèves de dernière année continuent leurs études l’année d’après
option-figure-emploi-6m = { $value } % de ceux qui ont quitté l’école ont un emploi six mois après
option-figure-emploi-12m = { $value } % de ceux qui ont quitté l’école ont un emploi un an après
option-figure-emploi-24m = { $value } % de ceux qui ont quitté l’école ont un emploi deux ans après
option-figure-emploi-3ans = { $value } % ont un emploi trois ans après (même grand domaine)
option-figure-emploi-6ans = { $value } % ont un emploi six ans après (même grand domaine)
option-figure-part-bac-pro = { $value } % des admis viennent d’un bac pro
option-figure-rang-bac-pro = { $value }e BTS sur { $of } pour la part de bacs pro parmi les admis
option-figure-places-scolaire = { $value } places sous statut scolaire
option-figure-places-apprentissage = { $value } places annoncées en apprentissage
option-figure-reussite-bac-pro = { $value } % des bacheliers professionnels entrés en BTS l’obtiennent en deux ou trois ans (tous BTS)
option-figure-passage-2e-annee-bac-pro = { $value } % des bacheliers professionnels entrés en BTS passent en deuxième année (tous BTS)
option-figure-licence-3-4-ans-bac-pro = { $value } % des bacheliers professionnels entrés en licence l’obtiennent en trois ou quatre ans
option-figure-part-bac-pro-en-iut = { $value } % des bacheliers professionnels entrent à l’IUT
option-figure-label-haut = favorable
option-figure-label-plutot-haut = plutôt favorable
option-figure-label-plutot-bas = plutôt défavorable
option-figure-label-bas = défavorable
option-figure-share-haut = beaucoup
option-figure-share-plutot-haut = plutôt beaucoup
option-figure-share-plutot-bas = plutôt peu
option-figure-share-bas = peu
option-unit-pct-eleves = % des élèves de dernière année
option-unit-pct-sortants = % des jeunes sortis d’études
option-unit-pct-admis = % des admis
option-unit-pct-entrants = % des entrants en BTS
option-unit-pct-bacheliers = % des bacheliers professionnels
option-unit-places = places
option-unit-rang = rang
option-n-releves = relevés (un lycée, une année)
option-n-admis = admis
option-n-sortants-ponderes = jeunes (enquête pondérée)
option-figure-note-public = Avant 2022, seul l’emploi du privé était compté.
option-figure-note-mean = Moyenne simple de { $n } relevés d’un lycée, une année.
option-figure-note-denominators = Deux parts qui ne s’additionnent pas : la poursuite d’études porte sur tous les élèves de dernière année, l’emploi sur ceux qui ont quitté l’école.
