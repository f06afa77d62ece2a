import { Deployment } from '/work/main/test/simulation/releases/deployment.ts';
import { loadSolver } from '/work/main/shared/adapters/linear-programs.ts';
import { toldCells } from '/work/main/shared/domain/releases/told.ts';
const [regions=5, units=60, from=3, to=20] = process.argv.slice(2).map(Number);
const d = new Deployment({ regions, units, responsesFrom: from, responsesTo: to, seed: 1 });
const closed = d.close('2026-Q1', d.responses('2026-Q1'));
const solve0 = await loadSolver(); let n=0, whole=0, ms=0, vars=0, rows=0; const solve = (p)=>{n++; const t=performance.now(); const s = solve0(p); ms+=performance.now()-t; vars=Math.max(vars,p.variables.length); rows=Math.max(rows,p.rows.length); if(p.variables.some(v=>v.whole))whole++; return s};
const items=[...new Set(closed.tallies.flatMap(t=>Object.keys(t.items)))].filter(i=>i!=='(forms)');
for (const item of items) { n=0;whole=0;ms=0;vars=0;rows=0; const t=performance.now(); const c={...closed, tallies: closed.tallies.filter(t=>t.items[item]).map(t=>({...t, items:{[item]:t.items[item]}}))}; toldCells(c, solve); console.log(item, Math.round(performance.now()-t),'ms', n,'programs', whole,'whole', Math.round(ms),'ms solving', vars, rows); }
