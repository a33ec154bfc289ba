# Explorer: options, rules of admission, reasons, paths. Plain sentences without selectors:
# the offline page fills { $x } in by itself.

option-kind-BAC-PRO-1RE = Vocational bac (bac pro), entering in première
option-kind-CS = Specialisation certificate (CS)
option-kind-FCIL = Local complementary training (FCIL)
option-kind-BMA = Arts and crafts certificate (BMA)
option-kind-BP = Professional certificate (BP)
option-kind-BTM = Technical trades certificate (BTM)
option-kind-BTS = BTS
option-kind-BUT = BUT (at an IUT)
option-kind-LICENCE = Licence, at university
option-kind-CLASSE-PASSERELLE = Gateway class to a BTS
option-kind-CAP-CONNEXE = Another CAP, in one year
option-kind-APPRENTISSAGE = Going on as an apprentice
option-kind-AMBITION-EMPLOI = Ambition Emploi programme
option-kind-EMPLOI = Working with the diploma
option-kind-DIPLOME-ETAT = State diploma
option-kind-TITRE-PRO = Professional title

option-about-BAC-PRO-1RE = After a CAP the bac pro takes two years: one enters directly in première.
option-about-CS = The CS (formerly mention complémentaire) adds a speciality to a diploma in one year, at a school or an apprentice centre (CFA).
option-about-FCIL = The FCIL takes one year and answers the needs of local companies. It gives a certificate that is not a national diploma.
option-about-BMA = The BMA trains for an arts and crafts trade in two years. It is at the level of the bac.
option-about-BP = The BP goes deeper into a trade, in two years, in a company and at a CFA. It is at the level of the bac.
option-about-BTM = In two years the BTM trains the right hand of a craft business owner: workshop or production manager.
option-about-BTS = The BTS takes two years, at school or as an apprentice. It is a diploma two years above the bac.
option-about-BUT = The BUT takes three years and gives the grade of licence. Very few bac pro holders get in: a strong file is needed, talk to your teachers.
option-about-LICENCE = The licence takes three years, with much theory and work on one’s own. Few bac pro holders finish it: some universities offer a refresher course.
option-about-DNMADE = The DN MADE (arts, crafts and design) takes three years and gives the grade of licence.
option-about-CLASSE-PASSERELLE = The gateway class prepares for one year to succeed in a BTS: method, French, mathematics, discovering BTS courses. It gives no diploma.
option-about-CAP-CONNEXE = With a diploma in hand, the CAP of a neighbouring trade takes one year: general subjects are already acquired.
option-about-APPRENTISSAGE = An apprentice has a work contract and a wage, and alternates between company and CFA. Nearly every diploma can be prepared this way.
option-about-AMBITION-EMPLOI = Ambition Emploi helps those who have neither a job nor a place in training. One stays a pupil, with personal support.
option-about-EMPLOI = The CAP and the bac pro give a qualification: one can look for a job at once, and study again later.
option-about-DIPLOME-ETAT = A State diploma is required for some jobs in care and social work.
option-about-TITRE-PRO = A professional title prepares for one job in a few months, at a training centre such as Afpa or Greta.

option-rule-bac-pro-on-request = On request, after the class council’s advice. The speciality must be coherent with the CAP.
option-rule-bac-pro-other-field = This speciality does not directly continue the CAP: the education authority decides, after the teaching team’s opinion.
option-rule-family-speciality = At the end of a seconde of a family of trades, one asks for a speciality for the première.
option-rule-cs-after-cap = By application, in continuity with the CAP.
option-rule-cs-after-bac = By application, to the vocational school or the CFA.
option-rule-fcil-after-cap = By application to the school that offers it, in continuity with the CAP.
option-rule-fcil-after-bac = By application to the school that offers it.
option-rule-bma = By application. The BMA exists for some CAP specialities only.
option-rule-bp = As an apprentice only: find a company and enrol at a CFA.
option-rule-btm = With a company, mostly as an apprentice. The BTM exists for some craft trades only: the chamber of trades informs.
option-rule-bts-as-of-right = As of right: a mention bien or très bien at the bac pro gives a place in a BTS of the same field at the next entry, if it was asked for on Parcoursup.
option-rule-bts-with-opinion = A favourable opinion counts: the BTS commission places bac pro holders who received it among those fit to enter. The wish must be made on Parcoursup. Not for apprenticeship.
option-rule-bts-parcoursup = On Parcoursup. Applications of bac pro holders are examined first; the class council and the head give an opinion on each wish.
option-rule-bts-second-round = After refusals everywhere: places remain in the complementary phase of Parcoursup, and the education authority’s commission may offer one to those who ask.
option-rule-bts-contract = As an apprentice: with a contract signed in a company, the CFA enrols.
option-rule-but = On Parcoursup, by application.
option-rule-licence = On Parcoursup. The bac pro opens university; some licences require a refresher course.
option-rule-gateway-class = Open with the class council’s favourable opinion for a BTS and no place obtained. The education authority offers the places.
option-rule-gateway-class-if-refused = Open to those with the class council’s favourable opinion who get no place in any BTS.
option-rule-other-cap = By application, to a school or CFA that opens the CAP in one year.
option-rule-apprenticeship = From 16 to 29 years old, with a contract signed in a company.
option-rule-ambition-emploi = For those who found nothing: ask at school, as soon as the year starts.
option-rule-job = By answering an offer or introducing oneself; the diploma proves the qualification.
option-rule-state-diploma = By application and interview, to a school; apprenticeship exists too. A bac pro of the field shortens the course.
option-rule-professional-title = By application to the training centre, with the help of the mission locale or France Travail.
option-rule-licence-pro = By application, after a diploma two years above the bac.

option-closed-gateway-needs-opinion = Gateway class: it needs the class council’s favourable opinion for a BTS.
option-closed-gateway-needs-refusal = Gateway class: it is for those who have no place in any BTS.
option-closed-gateway-opinion-unknown = Gateway class: it needs the class council’s favourable opinion for a BTS; this opinion is not given.
option-closed-btm-crafts-only = BTM: it exists for craft trades only.

option-why-suite = It is what naturally follows { $from }.
option-why-proche = It is a field close to { $from }.
option-why-group = Both diplomas are of the same field: { $domain }.
option-why-jobs = They lead to a same job: { $jobs }.
option-why-family = This speciality is of the same family of trades: { $family }.
option-why-same = It is the speciality given.
option-why-mention = With a mention bien or très bien, entry is as of right.
option-why-consolidation = In the first year a consolidation course helps bac pro holders: talk about it in the final year.
option-why-jobs-of-diploma = Possible jobs: { $jobs }.

option-unmet-duree-max = Takes longer than wished.
option-unmet-apprentissage-yes = Cannot be done as an apprentice.
option-unmet-apprentissage-no = Can only be done as an apprentice.

option-path-shortest = The shortest
option-path-highest = The farthest
option-path-safest = The safest
option-path-apprenticeship = As an apprentice
option-lost-first = If this step fails, the first diploma is kept: { $kept }.
option-lost-later = If this step fails, the diploma before it is kept: { $kept }. At most { $years } are lost.
option-years-1 = one year
option-years-n = { $years } years
option-licence-pro = Licence professionnelle

option-calendar-to-confirm = to be confirmed
option-calendar-last-year = last year’s date, the new one is not published yet


option-notice-interview = Every year a personal guidance interview with the head teacher takes stock: that is the time to talk about it.
option-notice-replaced = “{ $asked }” has become: { $name }.
option-notice-later = These options come after the diploma: the dates will be those of the year it is taken.
option-notice-no-suite = No diploma directly continues this speciality in our catalogue. The school psychologist (Psy-EN) knows close solutions.
option-notice-academy = The academy “{ $academy }” is not known: the figures are those of the whole country.

option-title = Options after { $name }
option-cli-also = Another way in
option-cli-others = Outside the ministry of education
option-cli-closed = Closed for now
option-cli-paths = Possible paths
option-cli-help = Who can help
option-cli-next = Leads on to

type-CAP = CAP
type-CAPA = agricultural CAP
type-BAC-PRO = bac pro
type-BMA = BMA
type-BP = BP
type-CS = CS
type-BTS = BTS
type-BTSA = BTSA
type-BUT = BUT
type-DNMADE = DN MADE
type-DE = {"" }

nsf-11 = mathematics and sciences
nsf-12 = law and human sciences
nsf-13 = letters and arts
nsf-20 = production and industrial technologies
nsf-21 = farming, fishing, forestry and green spaces
nsf-22 = food, chemistry, materials and energy
nsf-23 = building, public works and wood
nsf-24 = textile, fashion and leather
nsf-25 = mechanics, electricity and electronics
nsf-31 = trade, management, transport and logistics
nsf-32 = communication, office work and computing
nsf-33 = health, social work, hospitality, hairdressing and beauty care
nsf-34 = environment, cleaning and security

problem-profile-too-large = this file is too big for a profile.
problem-profile-not-yaml = this file is no YAML: one line per answer, such as “niveau: TPRO”.
problem-profile-not-mapping = a profile is a list of answers, such as “niveau: TPRO”.
problem-profile-unknown-key = this answer is not known. Possible answers: { $expected }.
problem-profile-choice = this is none of the possible values: { $expected }.
problem-profile-yes-no = answer “oui” or “non”.
problem-profile-missing = this answer is missing. Expected: { $expected }.
problem-profile-contradiction = this diploma does not go with level { $level }.
problem-profile-several = several specialities have this name, choose one: { $names }.
problem-profile-unknown = no speciality has this name. Did you mean: { $names }?
problem-profile-unknown-far = no speciality has this name. Give the title of the diploma, its short name (MELEC, ASSP…) or its eight-digit code.
problem-profile-not-wishes = wishes are a list, for example “souhaits: {"{"}duree_max: 2, apprentissage: oui{"}"}”.
problem-profile-years = a length is a number of years, between 1 and 10.

# Figures. { $value } and { $n } are already written in the language.
option-figure-poursuite = { $value }% of final-year pupils go on studying the year after
option-figure-emploi-6m = { $value }% of those who left school have a job six months later
option-figure-emploi-12m = { $value }% of those who left school have a job one year later
option-figure-emploi-24m = { $value }% of those who left school have a job two years later
option-figure-emploi-3ans = { $value }% have a job three years later (same broad field)
option-figure-emploi-6ans = { $value }% have a job six years later (same broad field)
option-figure-part-bac-pro = { $value }% of those admitted hold a bac pro
option-figure-rang-bac-pro = number { $value } of { $of } BTS by the share of bac pro holders among those admitted
option-figure-places-scolaire = { $value } places at school
option-figure-places-apprentissage = { $value } places announced for apprentices
option-figure-reussite-bac-pro = { $value }% of bac pro holders who enter a BTS pass it in two or three years (all BTS)
option-figure-passage-2e-annee-bac-pro = { $value }% of bac pro holders who enter a BTS reach the second year (all BTS)
option-figure-licence-3-4-ans-bac-pro = { $value }% of bac pro holders who enter a licence pass it in three or four years
option-figure-part-bac-pro-en-iut = { $value }% of bac pro holders enter an IUT
option-figure-label-haut = favourable
option-figure-label-plutot-haut = rather favourable
option-figure-label-plutot-bas = rather unfavourable
option-figure-label-bas = unfavourable
option-figure-share-haut = many
option-figure-share-plutot-haut = rather many
option-figure-share-plutot-bas = rather few
option-figure-share-bas = few
option-unit-pct-eleves = % of final-year pupils
option-unit-pct-sortants = % of leavers
option-unit-pct-admis = % of those admitted
option-unit-pct-entrants = % of those who enter a BTS
option-unit-pct-bacheliers = % of bac pro holders
option-unit-places = places
option-unit-rang = rank
option-n-releves = records (one school, one year)
option-n-admis = admitted
option-n-sortants-ponderes = young people (weighted survey)
option-figure-note-public = Before 2022 only private-sector jobs were counted.
option-figure-note-mean = Plain mean of { $n } records of one school in one year.
option-figure-note-denominators = Two shares that do not add up: continuing is counted among all final-year pupils, jobs among those who left school.
