# Explorer near home, when official files are there. Sentences without selectors, as explorer.ftl.
# Reader: a pupil of sixteen.

explorer-near-refine = Filter and be more precise: length, honours…
explorer-near-title = Near me
explorer-near-nowhere = choose my department
explorer-near-academy = the whole académie: { $academy }
explorer-near-only = Only what a school near me teaches
explorer-near-unmet = Not found in a school near me ({ $place }). As an apprentice, or further away, it may be possible.
explorer-near-school = { $place }: 1 school
explorer-near-schools = { $place }: { $count } schools
explorer-near-session = Parcoursup { $year }
explorer-near-place = 1 place
explorer-near-none = { $place }: no school found. Look further away, or at apprenticeships.
explorer-near-where = Where to study near me ({ $place })
explorer-near-became = After my diploma, in the schools near me ({ $place })
explorer-near-region = In my region
explorer-near-mean = { $region }, plain mean of { $n } records of schools: { $figure }.
explorer-near-more = { $count } more
explorer-near-places = { $places } places
explorer-near-places-unknown = number of places not published
explorer-near-share = { $share } % with a bac pro among the { $n } admitted in the year of their bac
explorer-near-few = too few admitted to give the share with a bac pro

explorer-near-cio = CIO near me ({ $place })
explorer-near-lycees = Vocational high schools ({ $place }): { $count }
explorer-near-cfa = The CFA of my region ({ $region })
explorer-near-cfa-search = Look for a name or a town
explorer-near-cfa-count = CFA found: { $count }

explorer-near-sources = Where these places come from
explorer-near-source-parcoursup = Places and admissions: Parcoursup { $year }, at school. They change every year: check on parcoursup.fr.
explorer-near-source-onisep = Where it is taught: Onisep (ODbL licence), copied on { $day }, at school. Check with the school.
explorer-near-source-inserjeunes = After the diploma: InserJeunes, { $period }, by school. The number of pupils is not given; nothing is published when it is too small.
explorer-near-source-cfa = After the CFA: InserJeunes, { $period }, all its trainings together. The number of apprentices is not given; nothing is published when it is too small.
explorer-near-source-annuaire = CIO and schools: directory of the French ministry of Education, copied on { $day }.
explorer-near-unknown = Titles that stand for no diploma of today: { $count }. Their places are not shown: { $titles }.
