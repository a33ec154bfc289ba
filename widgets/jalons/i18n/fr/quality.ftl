# Ce que vaut un planning, en phrases.

planner-quality = Ce que vaut ce planning

gap-best = C'est le meilleur planning possible : aucun autre ne répond mieux à ce qui est souhaité.
gap-within = Ce planning est au plus { $percent } % au-dessus du meilleur possible (on compte ce qui s'écarte des souhaits : moins il y en a, mieux c'est).
gap-unknown = La recherche s'est arrêtée avant de pouvoir dire si ce planning est le meilleur possible.
gap-places = La recherche s'est arrêtée avant de pouvoir dire si d'autres séances ont une place.
gap-by-hand = Planning modifié depuis la recherche : l'écart avec le meilleur possible n'est pas connu.

gap-so-far-best = le meilleur possible
gap-so-far-within = au plus { $percent } % au-dessus du meilleur possible
gap-so-far-unknown = l'écart avec le meilleur n'est pas encore connu
gap-so-far-places = l'écart avec le meilleur n'est pas encore connu

quality-mandatory-left-out = { $count ->
    [0] Toutes les séances obligatoires sont placées.
    [one] Une séance obligatoire n'est pas placée.
   *[other] { $count } séances obligatoires ne sont pas placées, dans { $classes ->
        [one] une classe
       *[other] { $classes } classes
    }.
}
quality-optional-left-out = { $count ->
    [0] Toutes les séances facultatives sont placées.
    [one] Une séance facultative n'est pas placée.
   *[other] { $count } séances facultatives ne sont pas placées, dans { $classes ->
        [one] une classe
       *[other] { $classes } classes
    }.
}
quality-hours-short = { $count ->
    [0] Aucune classe ne perd d'heures : chacune a celles que ses séances permettent.
   *[other] { $count } h manquent pour les heures visées parce que des séances ne sont pas placées, dans { $classes ->
        [one] une classe
       *[other] { $classes } classes
    }.
}
quality-gap-week = { $classes ->
    [0] Aucune classe à créneau régulier ne passe plus de { $weeks } semaines de cours sans séance.
    [one] Une classe passe plus de { $weeks } semaines de cours sans séance.
   *[other] { $classes } classes passent plus de { $weeks } semaines de cours sans séance.
}
quality-week-from-even = { $count ->
    [0] Chaque séance est exactement à sa place dans une année régulière.
   *[other] Une séance est en moyenne à { NUMBER($mean, maximumFractionDigits: 1) } { $mean ->
        [one] semaine
       *[other] semaines
    } de sa place dans une année régulière.
}
quality-staff-uneven = { $pools ->
    [0] Les personnes qui peuvent se remplacer ont la même charge, à { $hours } h près.
    [one] Dans une équipe de personnes qui peuvent se remplacer, les charges diffèrent de plus de { $hours } h.
   *[other] Dans { $pools } équipes de personnes qui peuvent se remplacer, les charges diffèrent de plus de { $hours } h.
}

quality-class-mandatory-left-out = { $name } : { $count }
quality-class-optional-left-out = { $name } : { $count }
quality-class-hours-short = { $name } : { $count } h
quality-class-gap-week = { $name } ({ $count ->
    [one] une semaine de trop
   *[other] { $count } semaines de trop
})
quality-class-week-from-even = { $name } : { $count ->
    [one] 1 semaine en tout
   *[other] { $count } semaines en tout
}
quality-class-staff-uneven = { $name } : { $count }

quality-how = Comment le planning est choisi
quality-order = Dans cet ordre : placer toutes les séances obligatoires ; placer les facultatives ; donner les heures visées ; puis, pesés ensemble, ne pas laisser une classe longtemps sans séance, répartir régulièrement, équilibrer les charges et, quand un planning existe déjà, y changer peu de choses. Les deux premiers passent toujours avant le reste. « Régulièrement » dépend de l'organisation : chaque semaine ou chaque quinzaine pour un créneau régulier ; une part entre deux vacances pour des heures globalisées ; une part dans chaque module, même dense, pour des modules.

## Les heures de chaque classe

hours-to-confirm = { " (à confirmer)" }
hours-all-placed = { $left ->
    [0] toutes ses séances sont placées
    [one] une de ses séances n'est pas placée
   *[other] { $left } de ses séances ne sont pas placées
}
hours-and = { $hours } ; { $sessions }
