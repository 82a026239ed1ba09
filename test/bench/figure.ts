/** A measured value beside the floor that was measured in the same run, both in milliseconds. */
export interface Figure {
  readonly title: string;
  readonly floorTitle: string;
  readonly valueMs: number;
  readonly floorMs: number;
  /** What the figure rests on, such as `150 rounds of 20 purchases`. */
  readonly rounds: string;
  /** A budget that must not be exceeded; absent: the figure is only printed. */
  readonly budgetMs?: number;
}

/** Whether the figure has a budget and is above it; a figure that is no number counts as above. */
export function isOverBudget({ valueMs, budgetMs }: Figure): boolean {
  return budgetMs !== undefined && !(valueMs <= budgetMs);
}

/** A figure as lines for the terminal: the ratio first, as milliseconds belong to the machine they were measured on. */
export function printFigure(figure: Figure): readonly string[] {
  const { title, floorTitle, valueMs, floorMs, rounds, budgetMs } = figure;
  return [
    '',
    title,
    `  ratio       ${(valueMs / floorMs).toFixed(1)} times the floor`,
    `  this        ${milliseconds(valueMs)} (median of ${rounds})`,
    `  floor       ${milliseconds(floorMs)} (${floorTitle})`,
    ...(budgetMs === undefined
      ? []
      : [`  budget      ${milliseconds(budgetMs)}: ${isOverBudget(figure) ? 'EXCEEDED' : 'kept'}`]),
  ];
}

function milliseconds(valueMs: number): string {
  return `${valueMs.toFixed(valueMs < 1 ? 3 : 1)} ms`;
}
