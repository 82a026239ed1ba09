import { type CheckoutData } from '../checkout-data';
import { type WidgetsData as Data } from '../widgets/widgets-data';

/** Reads one setting or sentence of the widget page; the parts that both pages share read theirs by the same names. */
export type WidgetsData = (name: keyof Data | keyof CheckoutData) => string;
