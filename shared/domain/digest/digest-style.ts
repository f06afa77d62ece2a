import { pageStyle } from '../respondent/page-assets.ts';

/**
 * Styles of the digest, on top of those of every page. On paper everything is smaller and black on white, whatever the
 * reader's screen prefers: one page of A4 for a form of seven questions.
 */
export const digestStyle = `${pageStyle}${`
body{max-width:60rem}
h1 span{display:block;font-size:1.125rem;font-weight:400}
h2{border-top:1px solid var(--line);padding-top:1rem}
h3 span{display:block;font-weight:400;font-size:1rem}
.head{margin:1.25rem 0 .25rem}
.head h3{margin:0}
.head p{display:none}
p{margin:.5rem 0}
.questions,.pairs{list-style:none;margin:0;padding:0}
.questions li{padding:.5rem 0}
.questions p,.pairs p{margin:0}
.wording{font-weight:600}
.questions li+li{border-top:1px solid color-mix(in srgb,var(--line) 40%,transparent)}
svg{display:block;width:100%;height:auto;font-size:11px;fill:currentColor}
svg.spread{max-width:15rem;margin:.5rem 0 .25rem}
svg.course{max-width:20rem;margin:.25rem 0}
svg text{stroke:none}
svg .tick,svg .label{font-size:10px}
svg .tick{text-anchor:middle}
svg .label{text-anchor:end}
svg .now text{font-weight:600}
svg .axis,svg .grid{stroke:var(--line);fill:none}
svg .grid{stroke-opacity:.35}
svg .bar{fill:var(--line);fill-opacity:.45;stroke:var(--line)}
svg .mark{fill:var(--accent);stroke:var(--accent);stroke-width:1.5}
svg .earlier .mark{fill:var(--paper)}
svg .interval{stroke:var(--accent);stroke-width:1.5;fill:none}
.pairs li{margin:0 0 .75rem}
.reading{font-size:1rem}
.reading li{margin:.25rem 0}
@media(min-width:44rem),print{
.questions li,.head{display:grid;grid-template-columns:11fr 8fr 11fr;gap:1.25rem;align-items:center}
.head{align-items:end}
.head p{display:block;margin:0;font-size:1rem}
.head p+p{text-align:end}
svg.course{margin-inline-start:auto}
.pairs li{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}
}
@page{size:A4;margin:9mm 13mm}
@media print{
:root{color-scheme:light;--line:#6b7280;--accent:#1d4f91;--paper:#fff;--ink:#000}
body{max-width:none;padding:0;font-size:8.5pt;line-height:1.3}
nav{display:none}
h1{font-size:15pt;margin:0}
h1 span{display:inline;font-size:11pt;margin-inline-start:.5em}
h2{font-size:11pt;margin:1.5mm 0 .5mm;padding-top:1.5mm;break-after:avoid}
h3{font-size:9pt}
h3 span,.head p{font-size:7.5pt}
.head{margin:1mm 0 0;break-after:avoid;break-inside:avoid}
p{margin:.5mm 0}
ul{margin:0 0 1mm}
.questions li{padding:.25mm 0;break-inside:avoid}
.pairs{font-size:8pt}
.pairs li{margin:0 0 .6mm;break-inside:avoid}
svg.spread,svg.course{margin-block:0;print-color-adjust:exact}
.reading{font-size:7.25pt}
.reading li{margin:0}
footer{margin-top:1.5mm;padding-top:.5mm;font-size:7.25pt}
footer p,footer ul,footer li{display:inline;padding:0}
footer a{padding:0;margin:0}
}`.replaceAll('\n', '')}`;
