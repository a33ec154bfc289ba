# Ce qui a changé entre deux plannings.

planner-changes = Ce qui vient de changer
changes-count = Par rapport au planning d'avant : { $changes }.
changes-moved = { $count ->
    [one] 1 séance déplacée
   *[other] { $count } séances déplacées
}
changes-staffed = { $count ->
    [one] 1 séance avec d'autres personnes ou un autre lieu
   *[other] { $count } séances avec d'autres personnes ou un autre lieu
}
changes-added = { $count ->
    [one] 1 séance ajoutée
   *[other] { $count } séances ajoutées
}
changes-taken-out = { $count ->
    [one] 1 séance retirée
   *[other] { $count } séances retirées
}
changes-who = Montrer ce qui change pour
changes-back = Revenir au planning d'avant
changes-fold = { $count ->
    [one] 1 changement
   *[other] { $count } changements
}
changes-title = Ce qui a changé, séance par séance
changes-session = Séance
changes-for = Pour
changes-old = Avant
changes-new = Maintenant
changes-nowhere = pas placée
changes-nobody = personne
changes-no-place = sans lieu
