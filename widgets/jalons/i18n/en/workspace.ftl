# What the school saves: what is wrong, what is safe, what to do.

workspace-failed = The workspace { $place } refused: { $detail }. Nothing was saved this time; what was saved before still is.
workspace-locked = Another program holds the workspace { $place }. Nothing was saved this time: try again in a moment. If it lasts, close the other windows of Jalons and any program that has this file open.
workspace-unwritable = The workspace { $place } cannot be opened or written ({ $detail }). Check that the folder exists and that you may write there, or name another file in the variable JALONS_WORKSPACE.
workspace-disk-full = There is no room left to save in { $place }. What was saved before is safe. Make room, then save again.
workspace-damaged = The workspace { $place } is damaged, or it is not one ({ $detail }). Leave it as it is: put the file aside under another name, then put your last backup in its place, or begin with a new file.
workspace-newer = The workspace { $place } comes from a newer version of Jalons (format { NUMBER($found, useGrouping: 0) }, this one knows format { NUMBER($known, useGrouping: 0) }). It was not touched: update Jalons, or name another file in the variable JALONS_WORKSPACE.
workspace-no-version = There is no version { NUMBER($number, useGrouping: 0) } in { $place }. Choose one from the list of versions.
workspace-unreachable = The database { $place } does not answer or refuses the connection ({ $detail }). Check the network, the address and the password. If you were saving, look at the list of versions before you try again.
workspace-bad-address = The address of the workspace ({ $place }) is not understood. It takes the path of a file, or an address postgresql://user:password@server/database, in the variable JALONS_WORKSPACE.
workspace-no-driver = The workspace { $place } is a PostgreSQL database, and the part of Jalons that speaks to PostgreSQL is not installed. Install it with: pip install "jalons[postgres]".
workspace-conflict = { $signed ->
    [yes] { $author } saved
   *[other] Somebody saved
} while you were working (version { NUMBER($theirs, useGrouping: 0) }). Nothing is lost: what you made is kept beside it, version { NUMBER($mine, useGrouping: 0) }. Compare the two, then choose.
workspace-gone = Somebody else has just deleted "{ $name }": your last change was not kept.
