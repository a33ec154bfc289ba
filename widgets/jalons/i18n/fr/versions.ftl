# Ce qui est gardé : les établissements, l'historique, le travail à plusieurs.

shelf = Les établissements gardés ici
shelf-hint = Tout ce que vous faites est enregistré au fur et à mesure. Ouvrir un autre établissement ne fait perdre aucun de ceux-ci.
shelf-open = ouvert
shelf-away = rangé
shelf-saved = Enregistré { $when }, par { $who }
shelf-as-you-go = Enregistré au fur et à mesure
shelf-open-it = Ouvrir
shelf-rename = Renommer
shelf-rename-ask = Nom dans cette liste :
shelf-put-away = Ranger
shelf-take-back = Ressortir
shelf-copy = Faire une copie
shelf-copy-ask = Nom de la copie :
shelf-copy-name = { $name } (variante)
shelf-forget = Supprimer
shelf-forget-confirm = Supprimer cet établissement, ses plannings et tout son historique ? Rien ne permettra de les retrouver.

history = L’historique
history-hint = Chaque changement est gardé. Vous pouvez revoir une version, y revenir ou lui donner un nom ; rien n’est jamais effacé.
history-initials = Vos initiales (facultatif)
history-initials-hint = Elles signent ce que vous enregistrez, pour vos collègues. Ce navigateur s’en souvient.
history-show = Voir l’historique
history-hide = Replier l’historique
history-title = { $when } · { $who }
history-joint = { " · " }
history-current = affichée
history-beside = gardée à part
history-saves =
    { $count ->
        [one] 1 enregistrement
       *[other] { $count } enregistrements
    }
history-look = Voir
history-back = Y revenir
history-back-confirm = Revenir à cette version ? Elle devient une nouvelle version ; celles d’aujourd’hui restent dans l’historique.
history-name = Nommer
history-name-ask = Nom de cette version (par exemple « Validé en conseil pédagogique ») :
history-looking = Vous regardez la version enregistrée { $when } par { $who }. Rien n’a changé dans le planning.
history-looked = La version regardée
history-since = Depuis cette version : { $changes }.
history-leave = Fermer cette version

versions-somebody = quelqu’un sans initiales
versions-today = aujourd’hui à { $time }
versions-day = { $day } à { $time }
versions-span = { $start } – { $end }

changed-first =
    { $count ->
        [one] premier planning : 1 séance placée
       *[other] premier planning : { $count } séances placées
    }
changed-last = planning retiré
changed-moved =
    { $count ->
        [one] 1 séance déplacée
       *[other] { $count } séances déplacées
    }
changed-staffed =
    { $count ->
        [one] 1 séance avec d’autres personnes ou un autre lieu
       *[other] { $count } séances avec d’autres personnes ou un autre lieu
    }
changed-added =
    { $count ->
        [one] 1 séance ajoutée
       *[other] { $count } séances ajoutées
    }
changed-taken-out =
    { $count ->
        [one] 1 séance retirée
       *[other] { $count } séances retirées
    }
changed-pinned =
    { $count ->
        [one] 1 épinglée
       *[other] { $count } épinglées
    }
changed-unpinned =
    { $count ->
        [one] 1 épingle enlevée
       *[other] { $count } épingles enlevées
    }
changed-tables =
    { $count ->
        [one] fichier de l’établissement changé ({ $names })
       *[other] fichiers de l’établissement changés ({ $names })
    }
changed-draft = tables en cours de saisie

done-opened = Fichier de l’établissement ouvert
done-proposed = Planning proposé
done-back = Retour à la version { $number }
done-mine = Version gardée face à une autre
done-merged = Deux versions réunies
done-copied = Copie

together = L’enregistrement
together-bar-trouble = Votre dernier changement n’est pas encore enregistré.
together-bar-conflict = Quelqu’un d’autre a changé ce planning en même temps que vous.
together-bar-newer = Une version plus récente de ce planning existe.
together-bar-go = Voir et choisir
together-newer = { $who } a enregistré une version plus récente { $when }. Cette page montre encore celle d’avant.
together-update = Afficher la version récente
together-again = Enregistrer de nouveau
together-goes-on = Vous pouvez continuer : tout sera enregistré dès que ce sera possible. D’ici là, ne fermez pas cette page, ou téléchargez le planning (partie « Emporter »).
together-conflict =
    { $who } a enregistré { $when }, pendant que vous travailliez. { $count ->
        [0] Vos deux plannings placent les séances aux mêmes moments.
        [one] Vos deux plannings diffèrent sur 1 séance.
       *[other] Vos deux plannings diffèrent sur { $count } séances.
    } Que voulez-vous garder ?
together-tables = Les fichiers de l’établissement ne sont pas les mêmes : { $names }.
together-tables-clash = Vous avez changé tous les deux { $names } : les deux ne peuvent pas être réunis ici. Gardez l’un des deux, puis reprenez l’autre à la main depuis l’historique.
together-clashes =
    { $count ->
        [one] 1 séance a été changée des deux côtés : choisissez laquelle garder si vous réunissez.
       *[other] { $count } séances ont été changées des deux côtés : choisissez pour chacune si vous réunissez.
    }
together-table = Ce qui diffère
together-session = Séance
together-base = Au départ
together-mine = La vôtre
together-theirs = La leur
together-both = changée des deux côtés
together-nowhere = pas placée
together-combine = Réunir les deux
together-keep-mine = Garder la mienne
together-take-theirs = Prendre la leur
together-nothing-lost = Rien n’est perdu : la version que vous ne gardez pas reste dans l’historique.
together-cannot = Les deux versions ne peuvent pas être réunies : leurs tables ne vont pas ensemble. Gardez l’une des deux ; l’autre reste dans l’historique.

take-door = Affiche de porte A4 (.pdf)
take-door-blocked = Choisissez d’abord une classe ou un groupe.
take-ics-hint = Le calendrier (.ics) s’importe dans Pronote, Thunderbird, Outlook ou un téléphone. Il ne se met pas à jour seul : après un changement, importez-le de nouveau. Les séances déplacées se déplacent ; celles qui ne sont plus prévues apparaissent annulées.
who-each-classes = chaque classe, un calendrier par classe (.zip)
who-each-groups = chaque groupe, un calendrier par groupe (.zip)
who-each-people = chaque personne, un calendrier par personne (.zip)
file-each-classes = calendriers-classes
file-each-groups = calendriers-groupes
file-each-people = calendriers-personnes
file-door = affiche-porte
