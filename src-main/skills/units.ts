/** Units of measure with their names in both languages, and conversion between those of one dimension. */

import { parseDuration } from './durations.ts';

interface Unit {
  readonly symbol: string;
  readonly dimension: string;
  /** value in base = value × factor + offset */
  readonly factor: number;
  readonly offset: number;
}

/** symbol, factor to the base unit, names (folded, French and English together; `(s)` allows a plural). */
type Row = readonly [symbol: string, factor: number, names: string, offset?: number];

const tables: Readonly<Record<string, readonly Row[]>> = {
  length: [
    ['km', 1000, 'km|kms|kilometre(s)|kilometer(s)|kilometers'],
    ['m', 1, 'm|metre(s)|meter(s)'],
    ['dm', 0.1, 'dm|decimetre(s)|decimeter(s)'],
    ['cm', 0.01, 'cm|cms|centimetre(s)|centimeter(s)'],
    ['mm', 0.001, 'mm|millimetre(s)|millimeter(s)'],
    ['µm', 1e-6, 'micron(s)|micrometre(s)|micrometer(s)'],
    ['nm', 1e-9, 'nm|nanometre(s)|nanometer(s)'],
    ['mi', 1609.344, 'mi|mile(s)'],
    ['yd', 0.9144, 'yd|yard(s)|yds'],
    ['ft', 0.3048, 'ft|foot|feet|pied(s)'],
    ['in', 0.0254, 'in|inch|inches|pouce(s)'],
    ['NM', 1852, 'nautical mile(s)|mile(s) nautique(s)|mille(s) nautique(s)|mille(s) marin(s)'],
    ['ly', 9.4607304725808e15, 'light year(s)|annee(s) lumiere'],
    ['au', 149597870700, 'astronomical unit(s)|unite(s) astronomique(s)'],
  ],
  mass: [
    ['kg', 1, 'kg|kgs|kilo(s)|kilogramme(s)|kilogram(s)'],
    ['g', 0.001, 'g|gr|gramme(s)|gram(s)'],
    ['mg', 1e-6, 'mg|milligramme(s)|milligram(s)'],
    ['t', 1000, 't|tonne(s)|metric ton(s)|metric tonne(s)'],
    ['quintal', 100, 'quintal|quintaux'],
    ['lb', 0.45359237, 'lb|lbs|pound(s)|livre(s)'],
    ['oz', 0.028349523125, 'oz|ounce(s)|once(s)'],
    ['st', 6.35029318, 'stone(s)'],
    ['ton', 907.18474, 'ton(s)|short ton(s)|us ton(s)'],
    ['ct', 0.0002, 'carat(s)'],
  ],
  volume: [
    ['L', 1, 'l|litre(s)|liter(s)'],
    ['dL', 0.1, 'dl|decilitre(s)|deciliter(s)'],
    ['cL', 0.01, 'cl|centilitre(s)|centiliter(s)'],
    ['mL', 0.001, 'ml|millilitre(s)|milliliter(s)'],
    ['hL', 100, 'hl|hectolitre(s)|hectoliter(s)'],
    ['m³', 1000, 'm ³|m 3|m cube(s)|metre(s) cube(s)|cubic metre(s)|cubic meter(s)'],
    ['cm³', 0.001, 'cm ³|cm cube(s)|centimetre(s) cube(s)|cubic centimetre(s)|cubic centimeter(s)|cc'],
    ['dm³', 1, 'dm ³|decimetre(s) cube(s)'],
    ['gal', 3.785411784, 'gal|gallon(s)|us gallon(s)|gallon(s) americain(s)'],
    ['imp gal', 4.54609, 'imperial gallon(s)|uk gallon(s)|gallon(s) imperia(l)|gallon(s) imperiaux'],
    ['qt', 0.946352946, 'qt|quart(s)'],
    ['pt', 0.473176473, 'pint(s)|pinte(s)'],
    ['cup', 0.2365882365, 'cup(s)|tasse(s)'],
    ['fl oz', 0.0295735295625, 'fluid ounce(s)|fl oz|once(s) liquide(s)'],
    ['tbsp', 0.01478676478125, 'tbsp|tablespoon(s)|cuillere(s) a soupe|cuilleree(s) a soupe|cas'],
    ['tsp', 0.00492892159375, 'tsp|teaspoon(s)|cuillere(s) a cafe|cuilleree(s) a cafe'],
    ['ft³', 28.316846592, 'cubic foot|cubic feet|pied(s) cube(s)'],
    ['bbl', 158.987294928, 'barrel(s)|baril(s)'],
  ],
  temperature: [
    [
      '°C',
      1,
      'c|° c|celsius|centigrade(s)|degree(s) celsius|degre(s) celsius|degree(s) c|degre(s) c|degree(s) centigrade|degre(s) centigrade(s)',
    ],
    [
      '°F',
      5 / 9,
      'f|° f|fahrenheit|farenheit|fahrenheits|degree(s) fahrenheit|degre(s) fahrenheit|degre(s) farenheit|degree(s) farenheit|degree(s) f|degre(s) f',
      -160 / 9,
    ],
    ['K', 1, 'k|kelvin(s)|degree(s) kelvin|degre(s) kelvin', -273.15],
  ],
  speed: [
    [
      'km/h',
      1 / 3.6,
      'km / h|kmh|kph|km h|kilometre(s) heure|kilometre(s) par heure|kilometre(s) a l heure|kilometre(s) / heure|km par heure|km a l heure|km heure|kilometer(s) per hour|kilometre(s) per hour|kilometer(s) an hour|km per hour',
    ],
    [
      'm/s',
      1,
      'm / s|metre(s) par seconde|metre(s) seconde|meter(s) per second|metre(s) per second|m par seconde',
    ],
    [
      'mph',
      0.44704,
      'mph|mile(s) per hour|mile(s) an hour|mile(s) par heure|mile(s) a l heure|mile(s) heure|mi / h',
    ],
    ['kn', 1852 / 3600, 'kn|knot(s)|noeud(s)|kt|kts'],
    ['ft/s', 0.3048, 'ft / s|foot per second|feet per second|pied(s) par seconde'],
    ['Mach', 343, 'mach'],
  ],
  time: [
    ['ms', 0.001, 'ms|milliseconde(s)|millisecond(s)'],
    ['s', 1, 's|sec|secs|seconde(s)|second(s)'],
    ['min', 60, 'min|mins|mn|minute(s)'],
    ['h', 3600, 'h|hr|hrs|heure(s)|hour(s)'],
    ['d', 86_400, 'd|j|jour(s)|day(s)|journee(s)'],
    ['wk', 604_800, 'semaine(s)|week(s)'],
    ['month', 2_628_000, 'mois|month(s)'],
    ['y', 31_536_000, 'an(s)|annee(s)|year(s)|yr|yrs'],
    ['century', 3_153_600_000, 'siecle(s)|century|centuries'],
    ['decade', 315_360_000, 'decennie(s)|decade(s)'],
  ],
  area: [
    ['m²', 1, 'm ²|m 2|m carre(s)|metre(s) carre(s)|square metre(s)|square meter(s)|sq m|sqm'],
    ['km²', 1e6, 'km ²|km 2|kilometre(s) carre(s)|square kilometre(s)|square kilometer(s)|km carre(s)'],
    ['cm²', 1e-4, 'cm ²|cm 2|centimetre(s) carre(s)|square centimetre(s)|square centimeter(s)'],
    ['ha', 10_000, 'ha|hectare(s)'],
    ['a', 100, 'are(s)'],
    ['ac', 4046.8564224, 'acre(s)'],
    ['ft²', 0.09290304, 'ft ²|square foot|square feet|sq ft|pied(s) carre(s)'],
    ['mi²', 2589988.110336, 'square mile(s)|mile(s) carre(s)'],
    ['in²', 0.00064516, 'square inch|square inches|pouce(s) carre(s)'],
    ['yd²', 0.83612736, 'square yard(s)'],
  ],
  data: [
    ['bit', 0.125, 'bit(s)'],
    ['B', 1, 'byte(s)|octet(s)'],
    ['kB', 1e3, 'kb|ko|kilobyte(s)|kilooctet(s)|kilo octet(s)'],
    ['MB', 1e6, 'mb|mo|megabyte(s)|megaoctet(s)|mega octet(s)|meg(s)'],
    ['GB', 1e9, 'gb|go|gigabyte(s)|gigaoctet(s)|giga octet(s)|gig(s)|giga(s)'],
    ['TB', 1e12, 'tb|to|terabyte(s)|teraoctet(s)|tera octet(s)|tera(s)'],
    ['PB', 1e15, 'pb|petabyte(s)|petaoctet(s)'],
    ['KiB', 1024, 'kib|kibibyte(s)'],
    ['MiB', 1_048_576, 'mib|mebibyte(s)'],
    ['GiB', 1_073_741_824, 'gib|gibibyte(s)'],
    ['Mbit', 125_000, 'megabit(s)'],
    ['Gbit', 1.25e8, 'gigabit(s)'],
  ],
  energy: [
    ['J', 1, 'j|joule(s)'],
    ['kJ', 1000, 'kj|kilojoule(s)'],
    ['cal', 4.184, 'cal|calorie(s)'],
    ['kcal', 4184, 'kcal|kilocalorie(s)'],
    ['Wh', 3600, 'wh|watt(s) heure(s)|watt hour(s)|wattheure(s)'],
    ['kWh', 3_600_000, 'kwh|kilowatt(s) heure(s)|kilowatt hour(s)|kilowattheure(s)'],
    ['MJ', 1e6, 'mj|megajoule(s)'],
  ],
  power: [
    ['W', 1, 'w|watt(s)'],
    ['kW', 1000, 'kw|kilowatt(s)'],
    ['MW', 1e6, 'mw|megawatt(s)'],
    ['hp', 745.6998715822702, 'hp|horsepower'],
    ['ch', 735.49875, 'ch|cv|chevaux|cheval|chevaux vapeur|cheval vapeur|metric horsepower'],
  ],
  pressure: [
    ['Pa', 1, 'pa|pascal(s)'],
    ['hPa', 100, 'hpa|hectopascal(s)|millibar(s)|mbar'],
    ['kPa', 1000, 'kpa|kilopascal(s)'],
    ['bar', 100_000, 'bar(s)'],
    ['psi', 6894.757293168, 'psi'],
    ['atm', 101_325, 'atm|atmosphere(s)'],
    ['mmHg', 133.322387415, 'mmhg'],
  ],
  angle: [
    ['°', Math.PI / 180, 'degree(s)|degre(s)|°'],
    ['rad', 1, 'rad|radian(s)'],
    ['turn', 2 * Math.PI, 'turn(s)|tour(s)'],
    ['gon', Math.PI / 200, 'grade(s)|gon(s)|gradian(s)'],
  ],
};

const byName = new Map<string, Unit>();
for (const [dimension, rows] of Object.entries(tables)) {
  for (const [symbol, factor, names, offset = 0] of rows) {
    for (const name of names.split('|')) {
      for (const form of [name.replaceAll(/\((\w+)\)/g, ''), name.replaceAll(/\((\w+)\)/g, '$1')]) {
        if (!byName.has(form)) byName.set(form, { symbol, dimension, factor, offset });
      }
    }
  }
}

/** The unit called `name` (folded words), or undefined. */
export const unitNamed = (name: string): Unit | undefined => byName.get(name.replace(/[,:]/g, '').trim());

interface Quantity {
  readonly value: number;
  readonly unit: Unit;
}

/** "10 miles", "a mile", "5 feet 10 inches", "1 metre 80", "un litre et demi", "half a liter", "une demi heure". */
export function readQuantity(text: string): Quantity | undefined {
  const words = text
    .replace(/[,:]/g, '')
    .replace(/^(?:les |the )/, '')
    .trim();
  return readHalf(words) ?? readCompound(words) ?? readLength(words);
}

/** Lengths of time have words of their own: "deux heures et quart". */
function readLength(words: string): Quantity | undefined {
  const value = parseDuration(words, 'fr') ?? parseDuration(words, 'en');
  const unit = unitNamed('s');
  return value !== undefined && unit ? { value, unit } : undefined;
}

function readHalf(words: string): Quantity | undefined {
  const found =
    /^(?:(?:a |une? |1 )?(?:half|demie?) (?:of )?(?:an? )?|(?:la moitie d|half of) ?(?:une? |an? )?)(.+)$/.exec(
      words,
    );
  if (found) {
    const unit = unitNamed(found[1] ?? '');
    return unit && { value: 0.5, unit };
  }
  const more = /^(\d+(?:\.\d+)?|une?|an?|one) (.+) (?:et demie?|and a half)$/.exec(words);
  const unit = more && unitNamed(more[2] ?? '');
  return unit ? { value: countOf(more?.[1] ?? '') + 0.5, unit } : undefined;
}

const countOf = (word: string): number => (/^-?\d/.test(word) ? Number(word) : 1);

function readCompound(words: string): Quantity | undefined {
  const minus = /^(?:-|moins|minus) /.test(words) ? -1 : 1;
  const start = /^(?:(?:-|moins|minus) )?(\d+(?:\.\d+)?|une?|an?|one) (?:(?:de |d )?)(.+)$/.exec(words);
  if (!start) return undefined;
  const value = countOf(start[1] ?? '') * minus;
  const rest = start[2] ?? '';
  const whole = unitNamed(rest);
  if (whole) return { value, unit: whole };
  const more = /^(\D+?) (?:(?:et|and) )?(\d+(?:\.\d+)?|une?|an?|one)(?: (\D+))?$/.exec(rest);
  const unit = more && unitNamed(more[1] ?? '');
  if (!more || !unit) return undefined;
  const second = more[3] === undefined ? smallerUnit(unit) : unitNamed(more[3]);
  if (second?.dimension !== unit.dimension) return undefined;
  return { value: value + (countOf(more[2] ?? '') * second.factor) / unit.factor, unit };
}

/** "1 mètre 80" counts centimetres, "5 foot 10" inches, "1 h 30" minutes. */
function smallerUnit(unit: Unit): Unit | undefined {
  const name = { m: 'cm', ft: 'in', h: 'min', min: 's', km: 'm', kg: 'g', lb: 'oz', L: 'cl' }[unit.symbol];
  return name === undefined ? undefined : unitNamed(name);
}

/** `quantity` in `target`; undefined where the dimensions differ. */
export function convert({ value, unit }: Quantity, target: Unit): number | undefined {
  if (unit.dimension !== target.dimension) return undefined;
  return (value * unit.factor + unit.offset - target.offset) / target.factor;
}
