# Ce que l'établissement enregistre : ce qui ne va pas, ce qui est sauf, que faire.

workspace-failed = L'espace de travail { $place } a refusé l'opération : { $detail }. Rien n'a été enregistré cette fois ; ce qui l'était déjà le reste.
workspace-locked = Un autre programme occupe l'espace de travail { $place }. Rien n'a été enregistré cette fois : réessayez dans un instant. Si cela dure, fermez les autres fenêtres de Jalons et tout logiciel qui a ouvert ce fichier.
workspace-unwritable = L'espace de travail { $place } ne peut pas être ouvert ou écrit ({ $detail }). Vérifiez que le dossier existe et que vous avez le droit d'y écrire, ou indiquez un autre fichier dans la variable JALONS_WORKSPACE.
workspace-disk-full = Il n'y a plus de place pour enregistrer dans { $place }. Ce qui était déjà enregistré est sauf. Libérez de la place, puis enregistrez de nouveau.
workspace-damaged = L'espace de travail { $place } est abîmé, ou ce n'en est pas un ({ $detail }). N'y touchez pas : mettez le fichier de côté sous un autre nom, puis remettez votre dernière sauvegarde à sa place, ou recommencez avec un fichier neuf.
workspace-newer = L'espace de travail { $place } vient d'une version plus récente de Jalons (format { NUMBER($found, useGrouping: 0) }, celle-ci connaît le format { NUMBER($known, useGrouping: 0) }). Il n'a pas été touché : mettez Jalons à jour, ou indiquez un autre fichier dans la variable JALONS_WORKSPACE.
workspace-no-version = La version { NUMBER($number, useGrouping: 0) } n'existe pas dans { $place }. Choisissez-en une dans la liste des versions.
workspace-unreachable = La base de données { $place } ne répond pas ou refuse la connexion ({ $detail }). Vérifiez le réseau, l'adresse et le mot de passe. Si vous étiez en train d'enregistrer, regardez la liste des versions avant de recommencer.
workspace-bad-address = L'adresse de l'espace de travail ({ $place }) n'est pas comprise. Il faut le chemin d'un fichier, ou une adresse postgresql://utilisateur:motdepasse@serveur/base, dans la variable JALONS_WORKSPACE.
workspace-no-driver = L'espace de travail { $place } est une base PostgreSQL, et la partie de Jalons qui sait lui parler n'est pas installée. Installez-la avec : pip install "jalons[postgres]".
workspace-conflict = { $signed ->
    [yes] { $author } a enregistré
   *[other] Quelqu'un a enregistré
} pendant que vous travailliez (version { NUMBER($theirs, useGrouping: 0) }). Rien n'est perdu : ce que vous avez fait est gardé à côté, version { NUMBER($mine, useGrouping: 0) }. Comparez les deux, puis choisissez.
workspace-gone = Quelqu'un d'autre vient de supprimer « { $name }» : votre dernier changement n'a pas été gardé.
