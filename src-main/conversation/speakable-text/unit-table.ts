/** Units of measure: their symbols and their names, one and several, in both languages. */
import type { Language } from '../../domain/language.ts';

export interface UnitName {
  readonly one: string;
  readonly several: string;
  readonly feminine: boolean;
}

/** `symbols | French singular | French plural (f: feminine) | English singular | English plural`; "s" is added where none is given. */
const table = `
km|kilomètre||kilometer
hm|hectomètre||hectometer
dam|décamètre||decameter
m|mètre||meter
dm|décimètre||decimeter
cm|centimètre||centimeter
mm|millimètre||millimeter
µm,μm|micromètre||micrometer
nm|nanomètre||nanometer
kg|kilogramme||kilogram
g|gramme||gram
mg|milligramme||milligram
µg,μg|microgramme||microgram
t|tonne f||ton
L,l|litre||liter
hL,hl|hectolitre||hectoliter
dL,dl|décilitre||deciliter
cL,cl|centilitre||centiliter
mL,ml|millilitre||milliliter
km²,km2|kilomètre carré|kilomètres carrés|square kilometer
m²,m2|mètre carré|mètres carrés|square meter
dm²,dm2|décimètre carré|décimètres carrés|square decimeter
cm²,cm2|centimètre carré|centimètres carrés|square centimeter
mm²,mm2|millimètre carré|millimètres carrés|square millimeter
km³,km3|kilomètre cube|kilomètres cubes|cubic kilometer
m³,m3|mètre cube|mètres cubes|cubic meter
dm³,dm3|décimètre cube|décimètres cubes|cubic decimeter
cm³,cm3|centimètre cube|centimètres cubes|cubic centimeter
mm³,mm3|millimètre cube|millimètres cubes|cubic millimeter
ha|hectare||hectare
km/h|kilomètre à l’heure|kilomètres à l’heure|kilometer per hour|kilometers per hour
m/s|mètre par seconde|mètres par seconde|meter per second|meters per second
m/s²|mètre par seconde carrée|mètres par seconde carrée|meter per second squared|meters per second squared
km/s|kilomètre par seconde|kilomètres par seconde|kilometer per second|kilometers per second
mph|mile par heure|miles par heure|mile per hour|miles per hour
kn|nœud||knot
h|heure f||hour
min|minute f||minute
s|seconde f||second
ms|milliseconde f||millisecond
µs,μs|microseconde f||microsecond
ns|nanoseconde f||nanosecond
°C|degré Celsius|degrés Celsius|degree Celsius|degrees Celsius
°F|degré Fahrenheit|degrés Fahrenheit|degree Fahrenheit|degrees Fahrenheit
°|degré||degree
K|kelvin||kelvin
Wh|wattheure||watt-hour
kWh|kilowattheure||kilowatt-hour
MWh|mégawattheure||megawatt-hour
GWh|gigawattheure||gigawatt-hour
TWh|térawattheure||terawatt-hour
mAh|milliampèreheure||milliamp-hour
W|watt||watt
mW|milliwatt||milliwatt
kW|kilowatt||kilowatt
MW|mégawatt||megawatt
GW|gigawatt||gigawatt
V|volt||volt
mV|millivolt||millivolt
kV|kilovolt||kilovolt
A|ampère||amp
mA|milliampère||milliamp
Ω|ohm||ohm
kΩ|kiloohm||kiloohm
Hz|hertz|hertz|hertz|hertz
kHz|kilohertz|kilohertz|kilohertz|kilohertz
MHz|mégahertz|mégahertz|megahertz|megahertz
GHz|gigahertz|gigahertz|gigahertz|gigahertz
dB|décibel||decibel
Pa|pascal||pascal
hPa|hectopascal||hectopascal
kPa|kilopascal||kilopascal
MPa|mégapascal||megapascal
N|newton||newton
J|joule||joule
kJ|kilojoule||kilojoule
MJ|mégajoule||megajoule
cal|calorie f||calorie
kcal|kilocalorie f||kilocalorie
mol|mole f||mole
lm|lumen||lumen
lx|lux|lux|lux|lux
bit,bits|bit||bit
ko,Ko,kB,KB|kilooctet||kilobyte
Mo,MB|mégaoctet||megabyte
Go,GB|gigaoctet||gigabyte
To,TB|téraoctet||terabyte
Po,PB|pétaoctet||petabyte
Kio,KiB|kibioctet||kibibyte
Mio,MiB|mébioctet||mebibyte
Gio,GiB|gibioctet||gibibyte
kb/s,kbit/s,kbps|kilobit par seconde|kilobits par seconde|kilobit per second|kilobits per second
Mb/s,Mbit/s,Mbps|mégabit par seconde|mégabits par seconde|megabit per second|megabits per second
Gb/s,Gbit/s,Gbps|gigabit par seconde|gigabits par seconde|gigabit per second|gigabits per second
px|pixel||pixel
pts|point||point
Mpx,MP|mégapixel||megapixel
dpi|point par pouce|points par pouce|dot per inch|dots per inch
fps|image par seconde|images par seconde|frame per second|frames per second
ppm|partie par million|parties par million|part per million|parts per million
tr/min,rpm|tour par minute|tours par minute|revolution per minute|revolutions per minute
bpm|battement par minute|battements par minute|beat per minute|beats per minute
ft|pied||foot|feet
in|pouce||inch|inches
yd|yard||yard
mi|mile||mile
lb,lbs|livre f||pound
oz|once f||ounce
gal|gallon||gallon
pt|pinte f||pint
tsp|cuillère à café|cuillères à café|teaspoon
tbsp|cuillère à soupe|cuillères à soupe|tablespoon
sq ft|pied carré|pieds carrés|square foot|square feet
cu ft|pied cube|pieds cubes|cubic foot|cubic feet
hp|cheval|chevaux|horsepower|horsepower
ch|cheval|chevaux|horsepower|horsepower
mn|minute f||minute
sec|seconde f||second
mins|minute f||minute
secs|seconde f||second
hr,hrs|heure f||hour
yr,yrs|an||year
wk,wks|semaine f||week
mo,mos|mois|mois|month
j|jour||day
c. à s.,c. à soupe,càs|cuillère à soupe|cuillères à soupe|tablespoon
c. à c.,c. à café,càc|cuillère à café|cuillères à café|teaspoon
bar|bar||bar
atm|atmosphère f||atmosphere
sem.|semaine f||week
cts|centime||cent
mmHg|millimètre de mercure|millimètres de mercure|millimeter of mercury|millimeters of mercury
`;

/** In the other language these letters are words, or mean something else. */
const excluded: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'in',
    'pt',
    'mi',
    'hr',
    'hrs',
    'yr',
    'yrs',
    'wk',
    'wks',
    'mo',
    'mos',
    'mins',
    'secs',
    'gal',
    'sq ft',
    'cu ft',
    'MP',
    'kn',
    'yd',
  ],
  en: [
    'j',
    'ch',
    'mn',
    'dam',
    'in',
    'kn',
    'mi',
    'gal',
    'A',
    'K',
    'c. à s.',
    'c. à soupe',
    'càs',
    'c. à c.',
    'c. à café',
    'càc',
    'pt',
    'bar',
    'To',
    'Po',
    'ko',
    'Mo',
    'Go',
  ],
};

const several = (one: string, given: string | undefined): string => given || `${one}s`;

function namesOf(row: string): readonly (readonly [string, Readonly<Record<Language, UnitName>>])[] {
  const [symbols = '', french = '', frenchSeveral, english = '', englishSeveral] = row.split('|');
  const one = french.replace(/ f$/, '');
  const names = {
    fr: {
      one,
      several: several(one, frenchSeveral),
      feminine: french !== one || /^cuillère|^partie|^image/.test(one),
    },
    en: { one: english, several: several(english, englishSeveral), feminine: false },
  };
  return symbols.split(',').map(symbol => [symbol, names] as const);
}

const units = new Map(table.trim().split('\n').flatMap(namesOf));

/** The symbols that are read as units after a number in this language. */
export const unitSymbols = (language: Language): readonly string[] =>
  [...units.keys()].filter(symbol => !excluded[language].includes(symbol));

/** Also of symbols that `unitSymbols` leaves out. */
export const unitName = (symbol: string, language: Language): UnitName | undefined =>
  units.get(symbol)?.[language];
