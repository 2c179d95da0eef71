import type { ReactNode } from "react";
import { formatPrice } from "#lib/client/format.ts";
import { translator } from "#lib/client/texts/translator.ts";
import type { Listing, Room } from "#lib/contract/housing.ts";
import { Ask, type Asker } from "./ask.tsx";
import { RoomPill } from "./live-rooms.tsx";
import { RequestLink } from "./request-link.tsx";

type RoomTableProps = { listing: Listing; asker: Asker };

/** One value; on a phone, where the row is a card, its label stands before it. */
const Value = ({ label, children }: { label: string; children: ReactNode }) => (
  <td className="tabular flex items-center whitespace-nowrap justify-between gap-4 py-1 md:table-cell md:px-3 md:py-3">
    <span aria-hidden="true" className="text-[13.5px] text-text-2 md:hidden">
      {label}
    </span>
    {children}
  </td>
);

const RoomRow = ({ room, listing, asker }: RoomTableProps & { room: Room }) => {
  const t = translator("housing");
  return (
    <tr className="block border-t p-4 first:border-t-0 md:table-row md:p-0">
      <th scope="row" className="block pb-1 text-left font-semibold md:table-cell md:px-4 md:py-3">
        {room.name}
      </th>
      <Value label={t("listing.rent")}>{formatPrice(room.rentCents)}</Value>
      <Value label={t("listing.deposit")}>{formatPrice(room.depositCents)}</Value>
      <Value label={t("listing.size")}>{t("squareMetres", { count: String(room.squareMetres) })}</Value>
      <Value label={t("listing.available")}>
        <RoomPill room={room} />
      </Value>
      {asker !== "owner" && (
        <td className="block pt-3 md:table-cell md:px-4 md:py-2 md:text-right *:max-md:w-full">
          <div className="grid gap-2">
            <RequestLink asker={asker} listingId={listing.id} room={room} />
            <Ask asker={asker} landlordId={listing.landlord.id} listingId={listing.id} room={room} />
          </div>
        </td>
      )}
    </tr>
  );
};

/** The rooms of a home: a table, on a phone cards of the same rows. */
export const RoomTable = ({ listing, asker }: RoomTableProps) => {
  const t = translator("housing");
  const columns = [t("listing.room"), t("listing.rent"), t("listing.deposit"), t("listing.size"), t("listing.available")];
  return (
    <div className="overflow-hidden rounded-panel border bg-surface shadow-1">
      <table className="block w-full md:table">
        <caption className="sr-only">{t("listing.rooms")}</caption>
        <thead className="max-md:sr-only">
          <tr>
            {columns.map((column, at) => (
              <th
                key={column}
                scope="col"
                className={`whitespace-nowrap bg-surface-2 py-2 text-left font-medium text-[13px] text-text-2 ${at === 0 ? "px-4" : "px-3"}`}
              >
                {column}
              </th>
            ))}
            {asker !== "owner" && (
              <th scope="col" className="bg-surface-2">
                <span className="sr-only">{t("listing.contact")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {listing.rooms.map((room) => (
            <RoomRow key={room.id} room={room} listing={listing} asker={asker} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
