/** Styles of every page for the respondent: inlined, so that a page is one response. */
export const pageStyle = `
:root{color-scheme:light dark;--line:#6b7280;--accent:#1d4f91;--on-accent:#fff;--paper:#fff;--ink:#1b1f24}
@media(prefers-color-scheme:dark){:root{--line:#9aa4b2;--accent:#9cc4ff;--on-accent:#10233d;--paper:#14181d;--ink:#eef1f5}}
*{box-sizing:border-box}
html{scroll-padding-block:5.25rem 1rem;overscroll-behavior-y:contain}
body{margin:0 auto;padding:1rem;max-width:36rem;font:1.125rem/1.5 system-ui,sans-serif;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25}
h2{font-size:1.25rem;line-height:1.25;margin:2rem 0 .5rem}
h3{font-size:1.125rem;line-height:1.25;margin:1.25rem 0 .5rem}
ul{margin:0 0 1.5rem;padding-inline-start:1.25rem}
a{color:var(--accent)}
nav ul{display:flex;flex-wrap:wrap;column-gap:1.25rem;margin:0;padding:0;list-style:none}
nav a,nav span{display:block;padding:.5625rem 0}
[href$='/heard']{display:inline-block;padding:.5625rem 0}
footer a{display:inline-block;padding:.625rem .5rem;margin:-.625rem -.5rem}
footer ul{margin:0;padding:0;list-style:none}
footer li{padding:.625rem 0}
header{display:flex;justify-content:space-between;align-items:center;gap:1rem;min-height:3.25rem;margin:-1rem -1rem 1rem;padding:.25rem 1rem;border-bottom:1px solid var(--line);background:var(--paper);font-size:1rem}
#leave{flex:none;max-width:50%;padding:.625rem 0;font-weight:600;text-align:end}
@media(min-height:30rem){header{position:sticky;top:0;z-index:1}}
[aria-current]{font-weight:600}
form{margin-bottom:2.5rem}
label,legend{font-weight:600}
fieldset{border:0;margin:0 0 1.75rem;padding:0;min-width:0}
legend{padding:0;margin-bottom:.5rem}
.hint{font-size:1rem;margin:.25rem 0 .5rem}
form>.hint:not([id]){margin-bottom:1rem}
.problem,.notice{border-inline-start:.25rem solid currentColor;padding-inline-start:.75rem}
input[type=text]{font:inherit;font-family:ui-monospace,monospace;width:100%;min-height:3rem;padding:.5rem;margin-bottom:1rem;border:2px solid var(--line);border-radius:.5rem;background:transparent;color:inherit}
textarea{font:inherit;width:100%;padding:.5rem;margin-bottom:1.75rem;border:2px solid var(--line);border-radius:.5rem;background:transparent;color:inherit}
button{font:inherit;font-weight:600;min-height:3rem;width:100%;border:2px solid transparent;border-radius:.5rem;background:var(--accent);color:var(--on-accent)}
button[aria-pressed]{display:flex;align-items:center;gap:.5rem;min-height:2.75rem;width:auto;padding:0 .5rem;border-color:var(--accent);background:none;color:var(--accent)}
button[aria-pressed=true]{border-style:dashed;background:var(--accent);color:var(--on-accent)}
.spoken{position:relative}
.spoken legend,.spoken [for]{display:block;min-height:2.75rem;margin-bottom:.5rem;padding-inline-end:3.5rem}
.spoken button{position:absolute;margin-top:-3.25rem;inset-inline-end:0}
fieldset label{display:flex;align-items:center;gap:.5rem;min-height:2.75rem;padding:.25rem 0;font-weight:400}
fieldset input{width:1.5rem;height:1.5rem;margin:0;flex:none;accent-color:var(--accent)}
.faces{display:grid;grid-template-columns:repeat(auto-fit,minmax(3.25rem,1fr));gap:.25rem}
.faces label{flex-direction:column;text-align:center;font-size:.875rem;line-height:1.25}
.faces svg,#listen svg,.spoken svg{fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round}
.numbers{display:grid;grid-template-columns:repeat(auto-fill,minmax(2.75rem,1fr));grid-template-columns:repeat(auto-fill,minmax(max(2.75rem,100%/6 - .25rem),1fr));gap:.25rem}
.ten{grid-template-columns:repeat(auto-fill,minmax(max(2.75rem,100%/5 - .25rem),1fr))}
@media(min-width:36rem){.numbers{grid-template-columns:repeat(auto-fill,minmax(max(2.75rem,100%/11 - .25rem),1fr))}.ten{grid-template-columns:repeat(auto-fill,minmax(max(2.75rem,100%/10 - .25rem),1fr))}}
.numbers label{flex-direction:column;gap:0;text-align:center}
[hidden]{display:none!important}
section:focus{outline:0}
[aria-busy=true] button{opacity:.6}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
footer{margin-top:2.5rem;padding-top:.625rem;border-top:1px solid var(--line);font-size:1rem}
`
  .trim()
  .replaceAll('\n', '');
