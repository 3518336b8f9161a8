/** How sums and percentages are asked for, in the notation of grammars. */

export const howMuchFr =
  '(combien (font|fait|ca fait|ca donne|vaut|valent|donne|donnent|egale|egalent|est ce que ca fait|est ce que fait|est ce que font|c est|est|ca vaut|represente|representent|ferait|feraient)|ca fait combien|c est combien|c est quoi|c quoi|ca donne quoi|ca fait quoi|que (font|fait|vaut|valent|donne|donnent)|qu est ce que (font|fait|donne|ca fait)|quel est|quelle est|quels sont|quel est le resultat de|quelle est la valeur de|combien)';
export const computeFr =
  '[me |m ](calcule|calcules|calculez|calculer|compte|resous|resoudre|effectue|effectuer|fais|faire|trouve|trouver|donne|donner|additionne|evalue|evaluer|calculons|fais le calcul de|faire le calcul de|fais le calcul|le calcul|le resultat de|donne le resultat de)[ moi| nous][ le calcul| l operation| le resultat de| combien font| combien fait| combien ca fait]';
export const endFr =
  '((ca|cela|c|ce qui|sa) (fait|donne|fera|vaut) (combien|quoi)|c est combien|(fait|font|egale|egal|egalent|donne|vaut|valent) combien|egale|egal|=|combien|est egal a|est egal a combien|egal combien|= combien|combien ca fait|combien ca donne)';
const n = '[(\\$|€|£) ]<NAME:number>[ (euros?|dollars?|€|\\$|£|bucks|balles|pounds)]';
export const num = (name: string): string => n.replace('NAME', name);
export const askEn =
  '(what is|what are|whats|what does|how much is|how much are|how much does|how much do|how many is|calculate|compute|work out|evaluate|solve|find|figure out|what do you get (for|from|when you|if you|if i|when i)|what is the (result|answer|value|total) (of|to|for)|the result of|do the math[ on| for]|how much would|how much will|calc|give me|math|what do you get if you do|do the (sum|calculation|math|maths)|can you do|do|whats the answer to|what will|what would)';
