/** Cities and countries with their time zones, under their French and English names; works offline. */
import { fold } from '../domain/fold.ts';

/** zone: names (folded), `*` before a country that spans several zones. */
const table = `
Europe/Paris: paris|france|lyon|marseille|toulouse|nice|nantes|bordeaux|lille|strasbourg|montpellier|rennes|grenoble|monaco
Europe/London: londres|london|royaume uni|united kingdom|uk|angleterre|england|ecosse|scotland|manchester|liverpool|edimbourg|edinburgh|glasgow|birmingham|grande bretagne|great britain|britain|pays de galles|wales|oxford|cambridge
Europe/Dublin: dublin|irlande|ireland
Europe/Lisbon: lisbonne|lisbon|portugal|porto
Atlantic/Azores: acores|azores
Europe/Madrid: madrid|espagne|spain|barcelone|barcelona|seville|sevilla|valence|valencia|malaga|bilbao
Atlantic/Canary: canaries|iles canaries|canary islands|tenerife|las palmas
Europe/Brussels: bruxelles|brussels|belgique|belgium|liege|anvers|antwerp|gand|ghent|bruges
Europe/Amsterdam: amsterdam|pays bas|netherlands|the netherlands|hollande|holland|rotterdam|la haye|the hague|utrecht
Europe/Luxembourg: luxembourg
Europe/Zurich: zurich|suisse|switzerland|geneve|geneva|berne|bern|lausanne|bale|basel
Europe/Berlin: berlin|allemagne|germany|munich|hambourg|hamburg|francfort|frankfurt|cologne|stuttgart|dusseldorf|leipzig|dresde|dresden
Europe/Vienna: vienne|vienna|autriche|austria|salzbourg|salzburg
Europe/Rome: rome|italie|italy|milan|naples|turin|florence|venise|venice|bologne|bologna|palerme|palermo|sicile|sicily
Europe/Vatican: vatican
Europe/Malta: malte|malta
Europe/Athens: athenes|athens|grece|greece|thessalonique|crete
Europe/Copenhagen: copenhague|copenhagen|danemark|denmark
Europe/Stockholm: stockholm|suede|sweden|goteborg|gothenburg
Europe/Oslo: oslo|norvege|norway|bergen
Europe/Helsinki: helsinki|finlande|finland
Atlantic/Reykjavik: reykjavik|islande|iceland
Europe/Warsaw: varsovie|warsaw|pologne|poland|cracovie|krakow|gdansk
Europe/Prague: prague|republique tcheque|czech republic|tchequie|czechia
Europe/Bratislava: bratislava|slovaquie|slovakia
Europe/Budapest: budapest|hongrie|hungary
Europe/Bucharest: bucarest|bucharest|roumanie|romania
Europe/Sofia: sofia|bulgarie|bulgaria
Europe/Belgrade: belgrade|serbie|serbia
Europe/Zagreb: zagreb|croatie|croatia
Europe/Ljubljana: ljubljana|slovenie|slovenia
Europe/Sarajevo: sarajevo|bosnie|bosnia
Europe/Tirane: tirana|albanie|albania
Europe/Kyiv: kiev|kyiv|ukraine
Europe/Minsk: minsk|bielorussie|belarus
Europe/Vilnius: vilnius|lituanie|lithuania
Europe/Riga: riga|lettonie|latvia
Europe/Tallinn: tallinn|estonie|estonia
Europe/Moscow: moscou|moscow|*russie|*russia|saint petersbourg|saint petersburg|st petersburg
Europe/Istanbul: istanbul|turquie|turkey|ankara
Asia/Vladivostok: vladivostok
Asia/Novosibirsk: novossibirsk|novosibirsk
Asia/Nicosia: chypre|cyprus|nicosie|nicosia
Asia/Jerusalem: jerusalem|israel|tel aviv
Asia/Beirut: beyrouth|beirut|liban|lebanon
Asia/Damascus: damas|damascus|syrie|syria
Asia/Amman: amman|jordanie|jordan
Asia/Baghdad: bagdad|baghdad|irak|iraq
Asia/Tehran: teheran|tehran|iran
Asia/Riyadh: riyad|riyadh|arabie saoudite|saudi arabia|la mecque|mecca|djeddah|jeddah
Asia/Dubai: dubai|emirats|emirats arabes unis|united arab emirates|uae|abu dhabi|abou dhabi
Asia/Qatar: doha|qatar
Asia/Kuwait: koweit|kuwait
Asia/Muscat: mascate|muscat|oman
Asia/Tbilisi: tbilissi|tbilisi|georgie
Asia/Yerevan: erevan|yerevan|armenie|armenia
Asia/Baku: bakou|baku|azerbaidjan|azerbaijan
Asia/Kabul: kaboul|kabul|afghanistan
Asia/Karachi: karachi|pakistan|islamabad|lahore
Asia/Tashkent: tachkent|tashkent|ouzbekistan|uzbekistan
Asia/Almaty: almaty|*kazakhstan|astana
Asia/Kolkata: inde|india|new delhi|delhi|bombay|mumbai|calcutta|kolkata|bangalore|chennai|madras|hyderabad
Asia/Kathmandu: katmandou|kathmandu|nepal
Asia/Colombo: colombo|sri lanka
Asia/Dhaka: dacca|dhaka|bangladesh
Asia/Yangon: rangoun|yangon|birmanie|myanmar
Asia/Bangkok: bangkok|thailande|thailand|phuket
Asia/Ho_Chi_Minh: hanoi|vietnam|ho chi minh|ho chi minh ville|ho chi minh city|saigon
Asia/Phnom_Penh: phnom penh|cambodge|cambodia
Asia/Vientiane: vientiane|laos
Asia/Kuala_Lumpur: kuala lumpur|malaisie|malaysia
Asia/Singapore: singapour|singapore
Asia/Jakarta: jakarta|*indonesie|*indonesia
Asia/Makassar: bali|denpasar
Asia/Manila: manille|manila|philippines
Asia/Hong_Kong: hong kong|hongkong
Asia/Macau: macao|macau
Asia/Shanghai: chine|china|pekin|beijing|shanghai|canton|guangzhou|shenzhen|wuhan|chengdu
Asia/Taipei: taipei|taiwan
Asia/Seoul: seoul|coree|coree du sud|south korea|korea|busan
Asia/Pyongyang: pyongyang|coree du nord|north korea
Asia/Tokyo: tokyo|japon|japan|osaka|kyoto|hiroshima|sapporo|nagoya|yokohama
Asia/Ulaanbaatar: oulan bator|ulaanbaatar|*mongolie|*mongolia
Australia/Sydney: sydney|*australie|*australia|canberra
Australia/Melbourne: melbourne
Australia/Brisbane: brisbane
Australia/Perth: perth
Australia/Adelaide: adelaide
Australia/Darwin: darwin
Pacific/Auckland: auckland|nouvelle zelande|new zealand|wellington|christchurch
Pacific/Noumea: noumea|nouvelle caledonie|new caledonia
Pacific/Tahiti: tahiti|polynesie|polynesie francaise|french polynesia|papeete|bora bora
Pacific/Fiji: fidji|fiji
Pacific/Honolulu: honolulu|hawai|hawaii
Indian/Reunion: la reunion|reunion|saint denis de la reunion
Indian/Mauritius: ile maurice|maurice|mauritius
Indian/Maldives: maldives
Indian/Antananarivo: madagascar|antananarivo
Indian/Mayotte: mayotte
Africa/Casablanca: casablanca|maroc|morocco|rabat|marrakech|marrakesh|fes|agadir
Africa/Algiers: alger|algiers|algerie|algeria|oran
Africa/Tunis: tunis|tunisie|tunisia
Africa/Tripoli: tripoli|libye|libya
Africa/Cairo: le caire|caire|cairo|egypte|egypt
Africa/Khartoum: khartoum|soudan|sudan
Africa/Dakar: dakar|senegal
Africa/Bamako: bamako|mali
Africa/Abidjan: abidjan|cote d ivoire|ivory coast
Africa/Accra: accra|ghana
Africa/Lagos: lagos|nigeria|abuja
Africa/Ouagadougou: ouagadougou|burkina|burkina faso
Africa/Niamey: niamey|niger
Africa/Lome: lome|togo
Africa/Porto-Novo: cotonou|benin|porto novo
Africa/Conakry: conakry|guinee|guinea
Africa/Nouakchott: nouakchott|mauritanie|mauritania
Africa/Douala: douala|cameroun|cameroon|yaounde
Africa/Libreville: libreville|gabon
Africa/Brazzaville: brazzaville|congo
Africa/Kinshasa: kinshasa|*rdc|republique democratique du congo
Africa/Luanda: luanda|angola
Africa/Addis_Ababa: addis abeba|addis ababa|ethiopie|ethiopia
Africa/Nairobi: nairobi|kenya
Africa/Kampala: kampala|ouganda|uganda
Africa/Kigali: kigali|rwanda
Africa/Dar_es_Salaam: dar es salaam|tanzanie|tanzania|zanzibar
Africa/Djibouti: djibouti
Africa/Johannesburg: johannesburg|afrique du sud|south africa|le cap|cape town|pretoria|durban
Africa/Harare: harare|zimbabwe
Africa/Maputo: maputo|mozambique
Africa/Windhoek: windhoek|namibie|namibia
America/New_York: new york|nyc|new york city|*etats unis|*usa|*united states|*the us|*us|*the united states|*amerique|*america|washington|washington dc|boston|miami|philadelphie|philadelphia|atlanta|orlando|baltimore|pittsburgh|floride|florida|charlotte|cleveland
America/Detroit: detroit
America/Chicago: chicago|houston|dallas|austin|texas|san antonio|nouvelle orleans|la nouvelle orleans|new orleans|memphis|nashville|minneapolis|saint louis|st louis|kansas city|milwaukee
America/Denver: denver|salt lake city|colorado|albuquerque
America/Phoenix: phoenix|arizona
America/Los_Angeles: los angeles|la californie|californie|california|san francisco|san diego|seattle|las vegas|portland|silicon valley|hollywood|sacramento|san jose|oakland
America/Anchorage: anchorage|alaska
America/Toronto: toronto|ottawa|montreal|quebec|ontario|*canada|quebec city|ville de quebec
America/Winnipeg: winnipeg
America/Edmonton: calgary|edmonton|alberta
America/Vancouver: vancouver|victoria
America/Halifax: halifax
America/St_Johns: terre neuve|newfoundland
America/Miquelon: saint pierre et miquelon
America/Mexico_City: mexico|*mexique|mexico city|guadalajara|monterrey
America/Cancun: cancun
America/Tijuana: tijuana
America/Guatemala: guatemala
America/Costa_Rica: costa rica|san jose de costa rica
America/Panama: panama
America/Havana: la havane|havane|havana|cuba
America/Jamaica: jamaique|jamaica|kingston
America/Port-au-Prince: haiti|port au prince
America/Santo_Domingo: republique dominicaine|dominican republic|saint domingue|santo domingo|punta cana
America/Puerto_Rico: porto rico|puerto rico
America/Guadeloupe: guadeloupe|pointe a pitre
America/Martinique: martinique|fort de france
America/Cayenne: guyane|cayenne|french guiana|guyane francaise|kourou
America/Bogota: bogota|colombie|colombia|medellin
America/Caracas: caracas|venezuela
America/Lima: lima|perou|peru|cuzco
America/Guayaquil: quito|equateur|ecuador
America/La_Paz: la paz|bolivie|bolivia
America/Santiago: santiago|chili|chile
America/Argentina/Buenos_Aires: buenos aires|argentine|argentina
America/Montevideo: montevideo|uruguay
America/Asuncion: asuncion|paraguay
America/Sao_Paulo: sao paulo|*bresil|*brazil|rio|rio de janeiro|brasilia
America/Nuuk: *groenland|*greenland|nuuk
UTC: utc|gmt|temps universel|greenwich
`;

interface Place {
  readonly zone: string;
  /** A country with several zones: the one given is its capital's or largest city's. */
  readonly spansZones: boolean;
}

const places = new Map<string, Place>();
for (const line of table.trim().split('\n')) {
  const cut = line.indexOf(': ');
  for (const name of line.slice(cut + 2).split('|')) {
    places.set(name.replace('*', ''), { zone: line.slice(0, cut), spansZones: name.startsWith('*') });
  }
}

/** The place called `name` in either language; articles and a country after the city are passed over. */
export function placeNamed(name: string): Place | undefined {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const direct = places.get(words) ?? places.get(words.replace(/^(?:the|le|la|les|l) /, ''));
  if (direct) return direct;
  const cut = /^(.+?) (?:in |en |au |aux |a )?(\S+(?: \S+)?)$/.exec(words);
  const city = places.get(cut?.[1] ?? '');
  const country = places.get(cut?.[2] ?? '');
  return city && country && liesIn(city, country) ? city : undefined;
}

/** Guards against namesakes: "Paris, Texas" is not Paris. */
const liesIn = (city: Place, country: Place): boolean =>
  city.zone === country.zone ||
  (country.spansZones && city.zone.split('/')[0] === country.zone.split('/')[0]);
