/** `npm run certify`: what certification would refuse, each finding with what to do and where the rule comes from. */
import { join } from 'node:path';
import { MANIFEST_RULES } from './certify/manifest-rules';
import { MODEL_RULES } from './certify/model-rules';
import { parseAskProject } from './certify/project';
import { readAskProject } from './certify/read-project';
import { findFindings } from './certify/rule';

const rules = [...MANIFEST_RULES, ...MODEL_RULES];
const findings = findFindings(rules, parseAskProject(readAskProject(join(__dirname, '../..'))));
for (const { rule, fix, source } of findings) console.log(`✗ ${rule}: ${fix} (${source})`);
console.log(`${rules.length} rules, ${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
