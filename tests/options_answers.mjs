// The offline Explorer, for the test that holds it beside Python's: `node options_answers.mjs URL`.
// URL: its module. Standard input: {data, lang, profiles, typed}; standard output: {answers, found}.
import { readFileSync } from "node:fs";

const { explore, findTrainings } = await import(process.argv[2]);
const { data, lang, profiles, typed } = JSON.parse(readFileSync(0, "utf8"));
const answers = profiles.map((profile) => explore(data, profile, lang));
const found = typed.map(([text, types]) => findTrainings(data, text, types));
process.stdout.write(JSON.stringify({ answers, found }));
