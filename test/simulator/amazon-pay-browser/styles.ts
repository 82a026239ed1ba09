/** How the simulated Amazon Pay looks: the same in the button, the sheet and the widgets. */
export const CSS = `
:host { all: initial; display: block; }
* { box-sizing: border-box; }
.simulated { color: #0f1111; font: 15px/1.5 system-ui, sans-serif; }
.simulated p { margin: 0; }
.body { min-height: 44px; }
button { font: inherit; cursor: pointer; border-radius: 8px; }
button:disabled { cursor: default; opacity: .6; }
:focus-visible { outline: 3px solid #1f5fbf; outline-offset: 2px; }
.pay-button, .primary {
  min-height: 48px; padding: 8px 20px; border: 1px solid #a88734; background: #ffd814; color: #0f1111; font-weight: 700;
}
.pay-button { display: block; width: 100%; max-width: 400px; min-height: 44px; padding: 8px 10px; }
.pay-button small, .tag {
  margin-left: 8px; padding: 1px 6px; border: 1px solid; border-radius: 4px; font-size: 12px; font-weight: 400;
}
/* With the button this line, or the one that brings errors about, fills the 60px of the shop's page, which so never moves. */
.outcome { max-width: 400px; min-height: 16px; margin: 0; padding: 0 8px; font-size: 12px; line-height: 16px; }
.outcome:not(:empty) { border-radius: 4px; background: #fff; }
dialog {
  width: calc(100% - 16px); max-width: 440px; max-height: calc(100% - 16px); overflow: auto; padding: 0; border: 0;
  border-radius: 12px; background: #fff; box-shadow: 0 8px 40px rgb(0 0 0 / 40%);
}
dialog::backdrop { background: rgb(0 0 0 / 55%); }
.sheet { display: grid; gap: 14px; padding: 16px 20px 20px; }
.sheet h2 { margin: 0; font-size: 19px; line-height: 1.3; }
.sheet p, .sheet dl, .sheet ul { margin: 0; }
.sheet ul { padding-left: 1.2em; }
.hint { color: #494f4f; font-size: 13px; }
.field { display: grid; gap: 4px; }
.field label, .field .name { font-weight: 700; }
select {
  width: 100%; min-height: 44px; padding: 6px 8px; border: 1px solid #6f7373; border-radius: 8px; background: #fff;
  color: inherit; font: inherit;
}
.amounts { display: grid; grid-template-columns: 1fr auto; row-gap: 2px; }
.amounts dd { margin: 0; padding-left: 16px; text-align: right; font-variant-numeric: tabular-nums; }
.amounts .sum { padding-top: 4px; border-top: 1px solid #c7cccc; font-weight: 700; }
.wish { padding: 12px; border: 2px dashed #8a6d1b; border-radius: 8px; background: #fff9e2; }
.buttons { display: grid; grid-template-columns: 1fr 2fr; gap: 12px; }
.secondary { min-height: 48px; padding: 8px 16px; border: 1px solid #6f7373; background: #fff; color: inherit; }
.status { min-height: 1.5em; }
.problem { color: #a8140a; font-weight: 700; }
.widget { display: grid; gap: 10px; padding: 14px; border: 1px solid #a6abab; border-radius: 8px; background: #fff; }
.widget h3 { margin: 0; font-size: 16px; line-height: 1.3; }
.widget p { margin: 0; }
.widget .choice { display: flex; gap: 8px; align-items: flex-start; }
.simulation { padding: 0 8px; border-radius: 4px; background: #fff; font-size: 12px; line-height: 16px; }
.simulation summary { cursor: pointer; }
`;
