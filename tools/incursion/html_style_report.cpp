#include "tools/incursion/html_style.h"

namespace incursion {

namespace {

// Sides are told apart by dashes and names as well as by colour; every colour has a contrast of 4.5 or better on its
// ground, since names are written in it (WCAG 2.2, 1.4.3).
constexpr std::string_view report_style = R"css(
:root { --side-0: #1f5f99; --side-1: #9a4300; --side-2: #6b3fa0; --side-3: #00695c; --side-4: #a0185e;
  --side-5: #4f565d; --land: #eceff1; --theirs-0: #f9e3df; --theirs-1: #f6ecd2; --theirs-2: #e6e3f3;
    --line: #6d767d; }
@media (prefers-color-scheme: dark) {
  :root { --side-0: #82b8ea; --side-1: #f0a860; --side-2: #c3a6f0; --side-3: #6cc7b8; --side-4: #f29ac0;
    --side-5: #b4bcc3; --land: #23292e; --theirs-0: #41272a; --theirs-1: #3a3320; --theirs-2: #2f2b42;
    --line: #949da4; }
}
.side-0 { --side: var(--side-0); } .side-1 { --side: var(--side-1); } .side-2 { --side: var(--side-2); }
.side-3 { --side: var(--side-3); } .side-4 { --side: var(--side-4); } .side-5 { --side: var(--side-5); }
body.report { max-width: 800px; padding: 32px 20px 64px;
  font: 18px/1.55 Georgia, "Iowan Old Style", "Liberation Serif",
  "Times New Roman", serif; }
.report h1 { font-size: 40px; line-height: 1.12; letter-spacing: -0.01em; margin: 6px 0 12px; text-wrap: balance; }
.report h2 { font-size: 26px; line-height: 1.2; margin: 56px 0 14px; padding: 12px 0 0; border: 0;
  border-top: 1px solid var(--ink); text-wrap: balance; }
.report h3 { font-size: 19px; margin: 30px 0 6px; }
.report header { display: block; }
.report p { max-width: 38em; margin: 0 0 14px; }
.report p.item { padding-left: 1.2em; text-indent: -1.2em; font-size: 16px; line-height: 1.5; margin-bottom: 10px; }
.report ul.outside { padding-left: 1.2em; font-size: 16px; line-height: 1.5; }
.report p.alarm, .report .alarm { color: var(--bad); font-weight: 600; }
.report .strong { font-weight: 700; }
.kicker, .report nav, .report table, .report figcaption, .report .legend, .report .label, .report .answer h3, .kind,
.report footer { font-family: "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
.kicker { font-size: 14px; color: var(--soft); margin: 0; }
.standfirst { font-size: 21px; line-height: 1.42; color: var(--ink); }
.kind { font-size: 15px; line-height: 1.5; border-left: 4px solid var(--ink); padding: 2px 0 2px 14px;
  margin: 20px 0; }
.kind b { text-transform: uppercase; letter-spacing: 0.06em; font-size: 13px; }
.report nav { font-size: 14px; line-height: 2; margin: 22px 0 0; padding: 10px 0; border: solid var(--rule);
  border-width: 1px 0; }
.report nav a { margin-right: 16px; white-space: nowrap; }
.skip { position: absolute; left: -9999px; }
.skip:focus { position: static; }
.answer { border-left: 4px solid var(--side); padding-left: 14px; margin: 0 0 24px; }
.answer h3 { font-size: 15px; margin: 0 0 4px; color: var(--side); }
.answer p:last-child { margin-bottom: 0; }
.answer b { font-weight: 700; }
.report table { font-size: 14px; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; }
.report tbody th { font-weight: 600; }
.report td.number, .report th.number { text-align: right; padding-left: 6px; }
.table { overflow-x: auto; margin: 6px 0 18px; }
.report figure { margin: 0 0 34px; }
.report figcaption { font-size: 14px; line-height: 1.45; color: var(--soft); max-width: 50em; }
.report figure h3 { margin: 0 0 6px; }
.report figure svg { display: block; width: 100%; height: auto; overflow: hidden; }
.report svg.narrow, .report .narrow { display: none; }
.legend { font-size: 14px; color: var(--soft); margin: 0 0 10px; padding: 0; list-style: none; display: flex;
  flex-wrap: wrap; gap: 4px 18px; }
.legend li { display: flex; align-items: center; gap: 7px; }
.report .legend svg { width: 44px; height: 12px; flex: none; display: block; }
.cite { font-size: 11px; line-height: 0; margin-left: 1px;
  font-family: "Helvetica Neue", Helvetica, Arial, sans-serif; }
.cite a { text-decoration: none; padding: 0 1px; }
a.address { overflow-wrap: anywhere; }
ol.sources { padding-left: 2.2em; font-size: 15px; line-height: 1.45; }
ol.sources li { margin-bottom: 7px; }
ol.sources li:target { background: var(--panel); }
pre { overflow-x: auto; background: var(--panel); padding: 12px 14px; margin: 0 0 16px; white-space: pre-wrap; }
.report code { overflow-wrap: anywhere; }
.report svg .land { fill: var(--land); } 
.report svg .theirs-0 { fill: var(--theirs-0); } .report svg .theirs-1 { fill: var(--theirs-1); }
.report svg .theirs-2 { fill: var(--theirs-2); }
.report svg .shore { fill: none; stroke: var(--line); stroke-width: 1; }
.report svg .shore.theirs-line { stroke: var(--ink); stroke-width: 1.3; stroke-opacity: 0.8; }
.report svg .other { fill: none; stroke: var(--due); stroke-width: 1; }
.report svg .other-1 { stroke-dasharray: 6 3; } .report svg .other-2 { stroke-dasharray: 2 3; }
.report svg .other-3 { stroke-dasharray: 8 3 2 3; }
.report svg .graticule { fill: none; stroke: var(--rule); stroke-width: 0.7; }
.report svg .map-frame { fill: none; stroke: var(--soft); stroke-width: 1; }
.report svg .paper { fill: var(--paper); } .report svg .paper.scale { fill-opacity: 0.85; }
.report svg text.country { fill: var(--soft); font-size: 13px; letter-spacing: 0.18em; }
.report svg text.place, .report svg text.tick { fill: var(--soft); font-size: 11px; paint-order: stroke;
  stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.report svg .place { fill: var(--paper); stroke: var(--soft); stroke-width: 1.2; }
.report svg text.name.side { fill: var(--side); }
.report svg .side.track { stroke: var(--side); stroke-linejoin: round; stroke-width: 2.2; }
.report svg .side.casing { fill: none; stroke: var(--paper); stroke-width: 5; stroke-opacity: 0.75; }
.report svg .side.arrow { fill: var(--side); stroke: var(--paper); stroke-width: 1; }
.report svg .side.start { fill: var(--paper); stroke: var(--side); stroke-width: 2; }
.report svg .side.gap { fill: none; stroke: var(--side); stroke-width: 1; stroke-dasharray: 1 4; }
.report svg .side.shown { fill: var(--side); fill: color-mix(in srgb, var(--side) 45%, var(--paper)); }
.report svg .side.event { fill: var(--paper); stroke: var(--side); stroke-width: 2; }
.report svg .within { fill: none; stroke: var(--bad); stroke-width: 9; stroke-opacity: 0.4; stroke-linecap: butt; }
.report svg .visit-band { fill: var(--bad); fill-opacity: 0.16; }
.report svg .call-tick { stroke: var(--ink); stroke-width: 1.3; }
.report svg .call { fill: var(--ink); }
.report svg .crossing { stroke: var(--paper); stroke-width: 1.5; }
.report svg .nearest { stroke: var(--ink); stroke-width: 1.2; stroke-dasharray: 3 2; }
.report svg .plot { fill: none; stroke: var(--soft); stroke-width: 0.9; }
.report svg .plot.in { stroke: var(--bad); stroke-width: 1.4; }
.report svg .seen { fill: var(--soft); } .report svg .seen.in { fill: var(--bad); }
.report svg .radar { fill: var(--ink); }
.report svg text.axis { font-size: 11px; } .report svg text.second { font-size: 10px; }
.report svg .scale-ground { fill-opacity: 0.85; }
.report svg .scale { stroke: var(--ink); stroke-width: 1.2; fill: none; }
.report svg .bar-fill { fill: var(--ink); }
.report svg .close-up { fill: none; stroke: var(--ink); stroke-width: 1.2; stroke-dasharray: 4 3; }
.report svg .border { stroke-width: 1.4; }
@media (max-width: 640px) {
  body.report { padding: 20px 16px 48px; font-size: 17px; }
  .report h1 { font-size: 31px; }
  .report h2 { font-size: 23px; margin-top: 44px; }
  .standfirst { font-size: 19px; }
  .report svg.wide, .report .wide { display: none; }
  .report svg.narrow, .report .narrow { display: block; }
  .report table.cards td:empty, .report table.cards th:empty { display: none; }
  .report table.cards thead th { padding: 0; }
  .report table.cards td[data-label] { padding-left: 9em; text-indent: -9em; }
  .report table.cards td[data-label]::before { display: inline-block; box-sizing: border-box; width: 9em;
    padding-right: 0.6em; text-indent: 0; vertical-align: top; }
  .report table.cards td.number { text-align: left; }
  .report table.cards td[data-label=""] { padding-left: 0; text-indent: 0; }
  .report table.cards td[data-label=""]::before { display: none; }
  .table { position: relative; overflow-x: clip; }
}
@media print {
  :root { --side-0: #1f5f99; --side-1: #9a4300; --side-2: #6b3fa0; --side-3: #00695c; --side-4: #a0185e;
    --side-5: #4f565d; --land: #eceff1; --theirs-0: #f9e3df; --theirs-1: #f6ecd2; --theirs-2: #e6e3f3;
    --line: #6d767d; }
  body.report { padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.42; }
  .report h1 { font-size: 24pt; } .report h2 { font-size: 15pt; margin-top: 20pt; } .report h3 { break-after: avoid; }
  .report table { font-size: 8.5pt; }
  .report nav, .skip { display: none; }
  .report svg.wide, .report .wide { display: block; } .report svg.narrow, .report .narrow { display: none; }
  .report figure { break-inside: avoid; } .report figure svg { max-height: 108mm; }
  .answer { break-inside: avoid; } .report p { max-width: none; }
  .table { overflow: visible; } p { orphans: 3; widows: 3; }
  ol.sources { font-size: 8.5pt; }
}
)css";

}  // namespace

std::string_view html_report_style()
{
    return report_style.substr(1);
}

}  // namespace incursion
