# Pourquoi une séance est laissée de côté, et ce qui l'aiderait : tout a été vérifié en cherchant à nouveau.

## Ce qui ne peut pas tenir ensemble

clash-fits = { $session } dure { $minutes } min.
clash-place-type = { $places ->
    [none] { $session } demande un lieu de type « { $wanted } » : l'établissement n'en a aucun.
   *[other] { $session } demande un lieu de type « { $wanted } » pour { $pupils } élèves ; il y a : { $places }.
}
clash-place-capacity = { $session } demande un lieu de type « { $wanted } » pour { $pupils } élèves ; le plus grand ({ $place }) a { $capacity } places.
clash-roles = { $people ->
    [none] { $session } demande quelqu'un dans le rôle « { $role } » : l'établissement n'a personne pour cette classe.
   *[other] { $number ->
        [one] { $session } demande quelqu'un dans le rôle « { $role } » : { $people }.
       *[other] { $session } demande { $number } personnes dans le rôle « { $role } » : { $people }.
    }
}
clash-staff-team = Dans le rôle « { $role } », l'équipe de { $class } ne compte pas : { $people }.
clash-staff-available = { $person } vient seulement { $rows }.
clash-blocked-event = « { $event } » prend { $class } du { $first } au { $last }.
clash-order = { $second } doit venir un jour après { $first }.
clash-pfmp = { $class } est en PFMP du { $first } au { $last }.
clash-window = { $side ->
    [first] { $session } ne se place pas avant le { $date }
   *[last] { $session } ne se place pas après le { $date }
}{ $milestone ->
    [none] .
   *[other] {" "}({ $milestone }).
}
clash-slot = { $rows ->
    [none] { $class } n'a aucun créneau.
   *[other] { $class } a son créneau { $rows }.
}
clash-target-busy = { $session } « { $title } » a aussi sa place à garder pour { $target }{ $bounded ->
    [day] , le { $first }
    [dates] , entre le { $first } et le { $last }
   *[no] {""}
}.
clash-staff-busy = { $session } « { $title } » demande les mêmes personnes pour { $target }{ $bounded ->
    [day] , le { $first }
    [dates] , entre le { $first } et le { $last }
   *[no] {""}
}.
clash-place-busy = { $session } « { $title } » demande les mêmes lieux pour { $target }{ $bounded ->
    [day] , le { $first }
    [dates] , entre le { $first } et le { $last }
   *[no] {""}
}.
clash-pinned = { $session } « { $title } » ({ $target }) est épinglée le { $date }.
clash-earlier-part = La partie { $part } de { $session } n'a pas de place : celles qui la suivent non plus.
clash-search-again = Il y a une place le { $date }, sans rien changer à votre fichier : relancez la recherche.

## Ce qui suffirait

way-unpin = Détacher { $session } « { $title } » ({ $target }), épinglée le { $date }.
way-weekday = Mettre le créneau de { $class } le { $to } au lieu du { $from }.
way-person-date = Faire venir { $person } { $rows }.
way-window-last = Laisser { $session } se placer jusqu'au { $date } en { $class }.
way-window-first = Laisser { $session } se placer dès le { $date } en { $class }.
way-slot-longer = Allonger le créneau de { $class } le { $day } : de { $start } à { $end }.
way-slot-date = Donner à { $class } un créneau de plus : { $rows }.
way-place-kind = Faire { $session } dans un lieu de type « { $wanted } » plutôt que « { $given } ».
way-place-new = Trouver un lieu de plus de type « { $wanted } », pour { $pupils } élèves.
way-person-class = Faire intervenir { $person } en { $class }.
way-person-role = Trouver une personne de plus dans le rôle « { $role } ».
way-event-off = Dispenser { $class } de « { $event } ».
way-order-off = Ne plus demander que { $second } vienne après { $first }.
way-shorter = Ramener { $session } à { $minutes } min.

left-out-line = { $why } Ce qui suffirait (un seul) : { $ways }

## Quand

list-then = {" ; puis "}
row-date = le { $date }
row-weekday = le { $day }
row-hours = de { $start } à { $end }
row-weeks = (semaines { $weeks })
row-from = à partir du { $date }
row-to = jusqu'au { $date }
row-always = à tout moment
bound-rentree = la rentrée
bound-conseil-t1 = le conseil du 1er trimestre
bound-conseil-t2 = le conseil du 2e trimestre
bound-conseil-s1 = le conseil du 1er semestre
bound-voeux-fin = la fin des vœux sur Parcoursup
bound-confirmation-fin = la fin des confirmations sur Parcoursup
bound-fin-annee = la fin de l'année

## Sur la page

why-start = Chercher pourquoi
why-running = Recherche des raisons
why-note = { $total ->
    [one] une séance à expliquer
   *[other] séance { $number } sur { $total }
}
why-done = Les raisons trouvées sont vérifiées : avec elles aucune place n'existe, sans l'une d'elles il y en a une.
why-stopped = Recherche des raisons arrêtée : ce qui était trouvé est montré.
why-failed = La recherche des raisons n'a pas pu aller au bout.
why-outdated = Le planning a changé pendant la recherche des raisons : cherchez à nouveau.
why-blocked-none = Toutes les raisons sont déjà vérifiées.
why-count = { $mandatory ->
    [0] { $optional ->
        [one] Une séance facultative n'est pas placée.
       *[other] { $optional } séances facultatives ne sont pas placées.
    }
    [one] Une séance obligatoire n'est pas placée{ $optional ->
        [0] .
       *[other] , et { $optional } facultatives.
    }
   *[other] { $mandatory } séances obligatoires ne sont pas placées{ $optional ->
        [0] .
       *[other] , et { $optional } facultatives.
    }
}
why-for = pour { $target }
why-part = partie { $part }
why-mandatory = obligatoire
why-optional = facultative
why-clash = Ceci ne tient pas ensemble (vérifié) :
why-quick = Ce que la recherche a relevé (pas vérifié) :
why-ways = Une seule de ces idées suffirait (vérifié) :
why-no-way = Aucune des idées essayées ne suffit à elle seule.
why-not-verified = Des raisons n'ont pas pu être vérifiées dans le temps donné : augmentez --time-limit.
