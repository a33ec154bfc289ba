// Answers of the offline Explorer, for the test that holds them beside Python's.
// Standard input: {data, lang, profiles}; standard output: the answers, as a list.
import { readFileSync } from "node:fs";

import { explore } from "../widgets/jalons/options/explore.mjs";

const { data, lang, profiles } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(profiles.map((profile) => explore(data, profile, lang))));
