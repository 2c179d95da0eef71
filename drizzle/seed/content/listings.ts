/** The demo houses. Whole sentences here are what landlords say about their house in conversations too. */
export type DemoRoom = {
  name: string;
  /** How people call it in a sentence: "the … ". */
  called: string;
  rentEuros: number;
  depositEuros: number;
  squareMetres: number;
  /** Days from now until it is free; negative: free since then. */
  freeInDays: number;
};

export type DemoListing = {
  slug: string;
  landlord: number;
  title: string;
  city: string;
  street: string;
  tagline: string;
  description: string;
  amenities: string[];
  photos: [string, string, string];
  publishedDaysAgo: number;
  /** Hours that the city's clocks are ahead of UTC in winter. */
  utcOffset: number;
  /** What a scene may need. */
  has: string[];
  facts: {
    bills: string;
    university: string;
    ride: string;
    shop: string;
    bus: string;
    flatmates: [string, string];
    neighbour: string;
    plumber: string;
  };
  rooms: DemoRoom[];
};

export const listings: DemoListing[] = [
  {
    slug: "mill-road",
    landlord: 1,
    title: "14 Mill Road",
    city: "Cambridge",
    street: "14 Mill Road",
    tagline: "Four rooms, a garden, 12 minutes by bike",
    description:
      "A brick terrace with a long garden and a kitchen big enough for six. The rooms are freshly painted and each has a proper desk. The baker opposite opens at seven, and the station is a ten-minute walk.",
    amenities: ["Garden", "Bike shed", "Washing machine", "Desk in every room", "Fast internet"],
    photos: ["front-terrace-brick", "bedroom-sage", "garden-long"],
    publishedDaysAgo: 148,
    utcOffset: 0,
    has: ["shared", "garden", "shed", "boiler", "washer"],
    facts: {
      bills: "bills are included up to €60 a month",
      university: "the Sidgwick site",
      ride: "12 minutes",
      shop: "the Co-op on the corner",
      bus: "number 2",
      flatmates: ["Hattie", "Josh"],
      neighbour: "Mrs Pereira",
      plumber: "Colin",
    },
    rooms: [
      {
        name: "Single, first floor",
        called: "single on the first floor",
        rentEuros: 540,
        depositEuros: 620,
        squareMetres: 11,
        freeInDays: 212,
      },
      {
        name: "Double, garden side",
        called: "double on the garden side",
        rentEuros: 640,
        depositEuros: 740,
        squareMetres: 16,
        freeInDays: 212,
      },
      { name: "Single, attic", called: "attic room", rentEuros: 520, depositEuros: 600, squareMetres: 10, freeInDays: 9 },
      {
        name: "Double, street side",
        called: "double on the street side",
        rentEuros: 610,
        depositEuros: 700,
        squareMetres: 15,
        freeInDays: -12,
      },
    ],
  },
  {
    slug: "castle-street",
    landlord: 1,
    title: "Castle Street studios",
    city: "Cambridge",
    street: "31 Castle Street",
    tagline: "Own kitchen, top floor or courtyard",
    description:
      "Two self-contained studios up the hill, each with its own small kitchen and shower. Thick walls and double glazing keep it quiet enough to read. Bikes live in the locked courtyard.",
    amenities: ["Own kitchen", "Own shower", "Locked courtyard", "Quiet house", "Fast internet"],
    photos: ["desk-evening", "kitchen-mint", "front-townhouse-blue"],
    publishedDaysAgo: 140,
    utcOffset: 0,
    has: ["boiler", "washer"],
    facts: {
      bills: "water and internet are included, electricity is on your own meter, about €35 a month",
      university: "the maths faculty",
      ride: "6 minutes",
      shop: "the little Sainsbury's",
      bus: "citi 5",
      flatmates: ["Theo", "Amelie"],
      neighbour: "Mr Osei",
      plumber: "Colin",
    },
    rooms: [
      {
        name: "Studio, top floor",
        called: "top floor studio",
        rentEuros: 690,
        depositEuros: 800,
        squareMetres: 22,
        freeInDays: 190,
      },
      {
        name: "Studio, courtyard",
        called: "courtyard studio",
        rentEuros: 660,
        depositEuros: 760,
        squareMetres: 20,
        freeInDays: 39,
      },
    ],
  },
  {
    slug: "rook-house",
    landlord: 1,
    title: "Rook House",
    city: "Cambridge",
    street: "5 Rook Lane",
    tagline: "Five rooms, one long table, a cleaner on Fridays",
    description:
      "A friendly house of five where people tend to cook together on Sundays. A cleaner does the shared rooms every other Friday. The back door opens on the river path.",
    amenities: ["Garden", "Cleaner", "Dishwasher", "Washing machine", "Bike shed"],
    photos: ["kitchen-sunny", "bedroom-terracotta", "garden-evening"],
    publishedDaysAgo: 131,
    utcOffset: 0,
    has: ["shared", "garden", "shed", "boiler", "washer"],
    facts: {
      bills: "everything is included, the cleaner too",
      university: "the West site",
      ride: "15 minutes",
      shop: "the Lidl by the roundabout",
      bus: "number 8",
      flatmates: ["Bea", "Samir"],
      neighbour: "the Whitlocks",
      plumber: "Colin",
    },
    rooms: [
      {
        name: "Single, ground floor",
        called: "ground floor single",
        rentEuros: 480,
        depositEuros: 550,
        squareMetres: 10,
        freeInDays: -20,
      },
      {
        name: "Single, first floor",
        called: "single upstairs",
        rentEuros: 495,
        depositEuros: 560,
        squareMetres: 11,
        freeInDays: 24,
      },
      {
        name: "Double, river side",
        called: "double on the river side",
        rentEuros: 590,
        depositEuros: 680,
        squareMetres: 17,
        freeInDays: 205,
      },
      {
        name: "Double, lane side",
        called: "double on the lane side",
        rentEuros: 570,
        depositEuros: 660,
        squareMetres: 16,
        freeInDays: 70,
      },
      {
        name: "Attic, two windows",
        called: "attic with the two windows",
        rentEuros: 530,
        depositEuros: 610,
        squareMetres: 14,
        freeInDays: 205,
      },
    ],
  },
  {
    slug: "garden-walk",
    landlord: 1,
    title: "9 Garden Walk",
    city: "Cambridge",
    street: "9 Garden Walk",
    tagline: "Ground floor, step-free, quiet street",
    description:
      "Two large rooms on one level, with wide doors and a walk-in shower. The patio gets the sun until four. Parking for one small car, or six bikes.",
    amenities: ["Step-free", "Patio", "Dryer", "Washing machine", "Desk in every room"],
    photos: ["garden-patio", "bedroom-dusk", "desk-morning"],
    publishedDaysAgo: 117,
    utcOffset: 0,
    has: ["shared", "garden", "boiler", "washer"],
    facts: {
      bills: "heating and water are included, electricity is shared, about €20 each",
      university: "Addenbrooke's",
      ride: "18 minutes",
      shop: "the greengrocer on Histon Road",
      bus: "number 4",
      flatmates: ["Orla", "Denise"],
      neighbour: "Mr Fenwick",
      plumber: "Colin",
    },
    rooms: [
      { name: "Double, patio", called: "patio room", rentEuros: 610, depositEuros: 700, squareMetres: 18, freeInDays: -5 },
      { name: "Double, front", called: "front room", rentEuros: 585, depositEuros: 670, squareMetres: 17, freeInDays: 100 },
    ],
  },
  {
    slug: "quayside",
    landlord: 5,
    title: "Quayside 3",
    city: "Cambridge",
    street: "3 Quayside",
    tagline: "Three rooms by the river, in the middle of it all",
    description:
      "A flat above the punts with tall windows and creaking floors. You hear the bells and, in summer, the tourists. Five minutes to most lectures on foot.",
    amenities: ["River view", "Dishwasher", "Washing machine", "Furnished"],
    photos: ["front-river", "living-room-plum", "bedroom-blue"],
    publishedDaysAgo: 104,
    utcOffset: 0,
    has: ["shared", "boiler", "washer"],
    facts: {
      bills: "bills come to about €70 each and are shared by three",
      university: "the Market Square",
      ride: "3 minutes",
      shop: "the market",
      bus: "number 1",
      flatmates: ["Felix", "Naomi"],
      neighbour: "the man from the boat hire",
      plumber: "Vince",
    },
    rooms: [
      {
        name: "Double, river view",
        called: "double with the river view",
        rentEuros: 720,
        depositEuros: 830,
        squareMetres: 15,
        freeInDays: 39,
      },
      {
        name: "Single, courtyard",
        called: "single on the courtyard",
        rentEuros: 580,
        depositEuros: 670,
        squareMetres: 9,
        freeInDays: 198,
      },
      { name: "Double, corner", called: "corner double", rentEuros: 700, depositEuros: 810, squareMetres: 14, freeInDays: 101 },
    ],
  },
  {
    slug: "naamsestraat",
    landlord: 2,
    title: "Naamsestraat 61",
    city: "Leuven",
    street: "Naamsestraat 61",
    tagline: "A tall old house between the park and the library",
    description:
      "Four rooms on four floors, with a kitchen in the cellar that everybody ends up in. The stairs are steep and the ceilings high. Contracts for a year or for a semester.",
    amenities: ["Bike shed", "Washing machine", "Shared kitchen", "Fast internet", "Small garden"],
    photos: ["front-stepped-gable", "bedroom-ochre", "kitchen-blue"],
    publishedDaysAgo: 144,
    utcOffset: 1,
    has: ["shared", "garden", "shed", "boiler", "washer"],
    facts: {
      bills: "water, heating and internet are included; electricity is shared, about €22 each",
      university: "the arts faculty",
      ride: "4 minutes",
      shop: "the Delhaize on the Parkstraat",
      bus: "line 1",
      flatmates: ["Wout", "Elke"],
      neighbour: "Mevrouw Peeters",
      plumber: "Stijn",
    },
    rooms: [
      {
        name: "First floor, street",
        called: "room on the first floor",
        rentEuros: 465,
        depositEuros: 930,
        squareMetres: 14,
        freeInDays: 70,
      },
      {
        name: "Second floor, garden",
        called: "room on the second floor",
        rentEuros: 485,
        depositEuros: 970,
        squareMetres: 16,
        freeInDays: 220,
      },
      {
        name: "Third floor, street",
        called: "room on the third floor",
        rentEuros: 450,
        depositEuros: 900,
        squareMetres: 14,
        freeInDays: 220,
      },
      { name: "Attic", called: "attic room", rentEuros: 420, depositEuros: 840, squareMetres: 12, freeInDays: 8 },
    ],
  },
  {
    slug: "begijnhof",
    landlord: 2,
    title: "Begijnhof corner",
    city: "Leuven",
    street: "Schapenstraat 88",
    tagline: "Two quiet rooms beside the beguinage",
    description:
      "A whitewashed house on the corner of the Groot Begijnhof, where cars do not go. Two rooms share a bathroom and a bright kitchen. Best for people who like to sleep.",
    amenities: ["Quiet house", "Shared kitchen", "Washing machine", "Bike shed"],
    photos: ["bedroom-white", "front-cottage", "desk-attic"],
    publishedDaysAgo: 125,
    utcOffset: 1,
    has: ["shared", "shed", "boiler", "washer"],
    facts: {
      bills: "all costs are included, up to what two careful people use",
      university: "the Irish College",
      ride: "6 minutes",
      shop: "the Spar at the Naamsepoort",
      bus: "line 2",
      flatmates: ["Lotte", "Sam"],
      neighbour: "the Sisters",
      plumber: "Stijn",
    },
    rooms: [
      {
        name: "Room with alcove",
        called: "room with the alcove",
        rentEuros: 510,
        depositEuros: 1020,
        squareMetres: 18,
        freeInDays: 39,
      },
      {
        name: "Room over the gate",
        called: "room over the gate",
        rentEuros: 495,
        depositEuros: 990,
        squareMetres: 16,
        freeInDays: 220,
      },
    ],
  },
  {
    slug: "vaartkom",
    landlord: 2,
    title: "Vaartkom loft",
    city: "Leuven",
    street: "Vaartstraat 140",
    tagline: "Old brewery, new kitchen, three rooms",
    description:
      "A loft in the old brewery by the canal, with a long shared living room and a lift for the bikes. Ten minutes from the station. The heating is district heating and works.",
    amenities: ["Lift", "Dishwasher", "Dryer", "Balcony", "Fast internet"],
    photos: ["living-room-sage", "kitchen-terracotta", "desk-canal"],
    publishedDaysAgo: 96,
    utcOffset: 1,
    has: ["shared", "washer"],
    facts: {
      bills: "costs are €95 a month for everything, settled once a year",
      university: "the Sint-Pieters campus",
      ride: "9 minutes",
      shop: "the Carrefour on the quay",
      bus: "line 600",
      flatmates: ["Arno", "Yasmine"],
      neighbour: "the architects downstairs",
      plumber: "Stijn",
    },
    rooms: [
      { name: "Canal room", called: "canal room", rentEuros: 560, depositEuros: 1120, squareMetres: 15, freeInDays: 70 },
      {
        name: "Balcony room",
        called: "room with the balcony",
        rentEuros: 595,
        depositEuros: 1190,
        squareMetres: 17,
        freeInDays: -3,
      },
      { name: "Brick room", called: "brick room", rentEuros: 540, depositEuros: 1080, squareMetres: 14, freeInDays: 131 },
    ],
  },
  {
    slug: "graca",
    landlord: 3,
    title: "Graça terrace",
    city: "Lisbon",
    street: "Rua da Graça 112",
    tagline: "Four rooms and a roof terrace over the river",
    description:
      "A tiled house on the hill with a terrace where the whole house has breakfast until November. Tram 28 stops at the door, which is good and bad. The rooms have electric heaters for the damp weeks.",
    amenities: ["Roof terrace", "Washing machine", "Furnished", "Fast internet", "Double glazing"],
    photos: ["front-azulejo", "bedroom-coral", "garden-terrace"],
    publishedDaysAgo: 139,
    utcOffset: 0,
    has: ["shared", "garden", "washer"],
    facts: {
      bills: "water and internet are included; electricity is shared and about €30 each in winter",
      university: "Nova",
      ride: "25 minutes by tram and metro",
      shop: "the Pingo Doce downhill",
      bus: "tram 28",
      flatmates: ["Inês", "Bernardo"],
      neighbour: "Dona Fátima",
      plumber: "Senhor Vítor",
    },
    rooms: [
      { name: "Terrace room", called: "terrace room", rentEuros: 620, depositEuros: 620, squareMetres: 14, freeInDays: 215 },
      {
        name: "River room",
        called: "room with the river view",
        rentEuros: 640,
        depositEuros: 640,
        squareMetres: 15,
        freeInDays: 215,
      },
      { name: "Patio room", called: "patio room", rentEuros: 540, depositEuros: 540, squareMetres: 11, freeInDays: 70 },
      { name: "Small room", called: "small room", rentEuros: 470, depositEuros: 470, squareMetres: 8, freeInDays: -8 },
    ],
  },
  {
    slug: "arroios",
    landlord: 3,
    title: "Arroios, third floor",
    city: "Lisbon",
    street: "Rua Morais Soares 77",
    tagline: "Bright flat, two minutes from the metro",
    description:
      "Three rooms in a quiet 1940s building with a lift that works on most days. Big windows to the east, a kitchen to the west. Half the street sells food from somewhere else, all of it good.",
    amenities: ["Lift", "Balcony", "Washing machine", "Furnished"],
    photos: ["desk-lisbon", "kitchen-ochre", "front-arcade"],
    publishedDaysAgo: 88,
    utcOffset: 0,
    has: ["shared", "washer"],
    facts: {
      bills: "bills are included up to €50 a month",
      university: "Técnico",
      ride: "10 minutes on foot",
      shop: "the market hall",
      bus: "the green line",
      flatmates: ["Raquel", "Dev"],
      neighbour: "the barber on the ground floor",
      plumber: "Senhor Vítor",
    },
    rooms: [
      { name: "East room", called: "east room", rentEuros: 550, depositEuros: 550, squareMetres: 12, freeInDays: 39 },
      {
        name: "Balcony room",
        called: "room with the balcony",
        rentEuros: 590,
        depositEuros: 590,
        squareMetres: 13,
        freeInDays: 70,
      },
      {
        name: "Kitchen-side room",
        called: "room next to the kitchen",
        rentEuros: 480,
        depositEuros: 480,
        squareMetres: 9,
        freeInDays: -15,
      },
    ],
  },
  {
    slug: "kazimierz",
    landlord: 4,
    title: "Kazimierz courtyard",
    city: "Kraków",
    street: "ul. Józefa 22",
    tagline: "Four rooms around a courtyard with a walnut tree",
    description:
      "A flat on the second floor of an old tenement, with tiled stoves that are only for looking at. The courtyard is quiet, the street is not. The landlord lives next door and has tools.",
    amenities: ["Courtyard", "Washing machine", "Furnished", "Bike shed", "Fast internet"],
    photos: ["front-courtyard", "bedroom-forest", "kitchen-plum"],
    publishedDaysAgo: 134,
    utcOffset: 1,
    has: ["shared", "garden", "shed", "washer"],
    facts: {
      bills: "the building's fee and internet are included, electricity and gas come to about €25 each",
      university: "the Jagiellonian library",
      ride: "11 minutes",
      shop: "the Żabka downstairs",
      bus: "tram 8",
      flatmates: ["Ola", "Bartek"],
      neighbour: "Pani Halina",
      plumber: "Pan Marek",
    },
    rooms: [
      {
        name: "Courtyard double",
        called: "courtyard double",
        rentEuros: 410,
        depositEuros: 410,
        squareMetres: 18,
        freeInDays: 210,
      },
      { name: "Street double", called: "street double", rentEuros: 395, depositEuros: 395, squareMetres: 17, freeInDays: 70 },
      { name: "Walnut room", called: "walnut room", rentEuros: 350, depositEuros: 350, squareMetres: 12, freeInDays: 9 },
      { name: "Stove room", called: "stove room", rentEuros: 365, depositEuros: 365, squareMetres: 13, freeInDays: -18 },
    ],
  },
  {
    slug: "podgorze",
    landlord: 4,
    title: "Podgórze by the river",
    city: "Kraków",
    street: "ul. Nadwiślańska 4",
    tagline: "One studio, one balcony, all the evening light",
    description:
      "A small studio on the fourth floor with a lift, a folding table and a balcony over the Vistula. The footbridge takes you to Kazimierz in five minutes. Suits one tidy person or one untidy one.",
    amenities: ["Own kitchen", "Balcony", "Lift", "Washing machine"],
    photos: ["bedroom-night", "desk-river", "front-modern"],
    publishedDaysAgo: 61,
    utcOffset: 1,
    has: ["washer"],
    facts: {
      bills: "everything except electricity is included, that is about €20",
      university: "the AGH campus",
      ride: "20 minutes",
      shop: "the Lewiatan on the square",
      bus: "tram 3",
      flatmates: ["Magda", "Kuba"],
      neighbour: "the Nowaks",
      plumber: "Pan Marek",
    },
    rooms: [{ name: "Studio", called: "studio", rentEuros: 520, depositEuros: 520, squareMetres: 24, freeInDays: 39 }],
  },
];
