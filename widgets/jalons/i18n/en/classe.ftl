# jalons classe: the class page.

classe-where = Say where to write the page (-o page.html), or show it on the network (--serve).
classe-html = { $file }: give a name that ends in .html.
classe-no-port = No port is free between { $first } and { $last }. Give another one with --port.
classe-alone = This machine is on no network: it alone can open the page.
classe-address = The class page is at this address, for all computers and phones of the same network: { $address }
classe-only = Nothing else can be reached at this address, and nothing is recorded there. Ctrl+C to stop.
classe-poster = Take a picture of the code, or type the address. One has to be on the school’s network.
classe-stopped = The page is no longer shown.
classe-no-places = No file of places is here yet ({ $folder }). Run “jalons data update”, or put a copy there.
