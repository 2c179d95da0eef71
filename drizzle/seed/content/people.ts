/** The demo people, in the order of their accounts: the first student is student1@uninest.test. */
export type DemoPerson = {
  name: string;
  /** When staff checked who this is; absent: not yet. */
  verifiedDaysAgo?: number;
  joinedDaysAgo: number;
};

export const students: DemoPerson[] = [
  { name: "Maya Lindqvist", verifiedDaysAgo: 140, joinedDaysAgo: 151 },
  { name: "Tomás Ferreira", verifiedDaysAgo: 118, joinedDaysAgo: 122 },
  { name: "Aisha Rahman", joinedDaysAgo: 101 },
  { name: "Jonas Weber", verifiedDaysAgo: 133, joinedDaysAgo: 139 },
  { name: "Chiara Bellini", joinedDaysAgo: 98 },
  { name: "Kwame Asante", verifiedDaysAgo: 93, joinedDaysAgo: 96 },
  { name: "Lucía Navarro", verifiedDaysAgo: 120, joinedDaysAgo: 128 },
  { name: "Hana Sato", joinedDaysAgo: 107 },
  { name: "Camille Perrin", verifiedDaysAgo: 111, joinedDaysAgo: 119 },
  { name: "Piotr Zieliński", verifiedDaysAgo: 115, joinedDaysAgo: 124 },
  { name: "Priya Menon", joinedDaysAgo: 99 },
  { name: "Oisín Brady", joinedDaysAgo: 97 },
  { name: "Leila Haddad", verifiedDaysAgo: 95, joinedDaysAgo: 100 },
  { name: "Mateo Quispe", joinedDaysAgo: 94 },
  { name: "Ingrid Solberg", verifiedDaysAgo: 125, joinedDaysAgo: 131 },
  { name: "Zainab Yusuf", verifiedDaysAgo: 112, joinedDaysAgo: 116 },
  { name: "Dániel Kovács", joinedDaysAgo: 95 },
  { name: "Mei-Ling Chen", verifiedDaysAgo: 121, joinedDaysAgo: 127 },
  { name: "Noah van Dijk", joinedDaysAgo: 96 },
  { name: "Thandi Nkosi", verifiedDaysAgo: 109, joinedDaysAgo: 117 },
];

export const landlords: DemoPerson[] = [
  { name: "Dana Lowe", verifiedDaysAgo: 320, joinedDaysAgo: 331 },
  { name: "Griet Claes", verifiedDaysAgo: 287, joinedDaysAgo: 290 },
  { name: "Rui Almeida", verifiedDaysAgo: 264, joinedDaysAgo: 270 },
  { name: "Katarzyna Wrona", verifiedDaysAgo: 240, joinedDaysAgo: 251 },
  { name: "Paul Ames", joinedDaysAgo: 112 },
];

export const admin: DemoPerson = { name: "Robin Hale", verifiedDaysAgo: 330, joinedDaysAgo: 340 };

/** First and last names that make up the extra students of a load run. */
export const firstNames = [
  "Ada",
  "Bruno",
  "Cem",
  "Dilan",
  "Elif",
  "Farid",
  "Greta",
  "Hugo",
  "Imani",
  "Joana",
  "Kenji",
  "Lena",
  "Milan",
  "Nadia",
  "Omar",
  "Petra",
  "Quentin",
  "Rosa",
  "Sven",
  "Tala",
];
export const lastNames = [
  "Abebe",
  "Berg",
  "Costa",
  "Dumont",
  "Eriksen",
  "Fischer",
  "García",
  "Horvat",
  "Ito",
  "Jansen",
  "Kaya",
  "Lopes",
  "Moreau",
  "Novak",
  "Okoro",
  "Petrov",
  "Rossi",
];
