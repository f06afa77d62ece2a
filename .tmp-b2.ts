import { publishYear } from '/work/main/test/attack/published/year.ts';
import { allKnowledge } from '/work/main/test/attack/published/knowledge.ts';
import { Programs, tiny } from '/work/main/test/attack/published/programs.ts';
const size = process.argv[2] as 'quick'; const layers = (process.argv[3]??'counts') as 'counts'; const q = Number(process.argv[4]??1);
let t = performance.now();
const year = await publishYear(size, {}, q);
console.log('year', Math.round(performance.now()-t), year.quarters.map(x=>[x.responses.length, x.releases.length]));
for (const quarter of year.quarters) for (const k of allKnowledge(quarter)) {
  t = performance.now();
  const told = new Map(k.statements.map(s=>[s.key, s]));
  const p = new Programs(k, layers, year.solve);
  let out='';
  if (layers==='counts') {
    const held = k.cells.map((c,i)=>[c,i] as const).filter(([c])=>!told.has(c.key));
    const iv = p.intervals(held.map(([,i])=>[i,0] as const), 5);
    const narrow = held.map(([c],i)=>({c,iv:iv[i]!})).filter(({iv})=>iv.to-iv.from<5-tiny);
    out=`held ${held.length} narrow ${narrow.length}: `+narrow.slice(0,4).map(({c,iv})=>`${c.key} as ${c.countedAs} [${iv.from.toFixed(2)},${iv.to.toFixed(2)}] n=${c.counts.reduce((a,b)=>a+b,0)}`).join('; ');
  } else {
    const held = k.cells.flatMap((c,i)=>{const s=told.get(c.key); return s && s.figures.groups ? [] : c.counts.flatMap((x,l)=>x>0?[[i,l] as const]:[])});
    const iv = p.intervals(held, 0.01);
    const exact = held.filter((_,i)=>iv[i]!.to-iv[i]!.from<0.01);
    out=`options ${held.length} exact ${exact.length} `+exact.slice(0,4).map(([i,l])=>`${k.cells[i]!.key} step ${l} of ${k.cells[i]!.counts} as ${k.cells[i]!.countedAs} told ${JSON.stringify(told.get(k.cells[i]!.key)?.figures)}`).join('; ');
  }
  console.log(quarter.quarter, k.item, k.unknowns, k.sums.length, k.statements.length, out, Math.round(performance.now()-t),'ms');
}
