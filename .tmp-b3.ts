import { publishedYear } from '/work/main/test/attack/published/year.ts';
let t=performance.now();
const year = await publishedYear('full'); console.log('full year', performance.now()-t);
