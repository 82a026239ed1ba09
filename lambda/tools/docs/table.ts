/** A section of a generated page: its title, the heads of the columns, and the lines that `tableLine` made. */
export function tableSection(title: string, heads: readonly string[], lines: readonly string[]): string {
  const rule = tableLine(heads.map(() => '---'));
  return [`## ${title}`, '', tableLine(heads), rule, ...lines, ''].join('\n');
}

/** One line of a table; a bar inside a cell is no border. */
export function tableLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
