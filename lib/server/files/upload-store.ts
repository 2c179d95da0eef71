import type { Readable } from "node:stream";
import { DataStore, Upload } from "@tus/server";
import { attachmentLimits } from "#lib/contract/attachment-types.ts";
import type { UploadService } from "#lib/domain/attachments/upload.service.ts";

/** What tus asks for, of the use cases. Whoever asks is known to own the upload: the door has looked. */
export class UploadStore extends DataStore {
  override extensions = ["creation", "termination", "expiration"];
  private readonly uploads: UploadService;

  constructor(uploads: UploadService) {
    super();
    this.uploads = uploads;
  }

  /** The door has begun it already: its id is given there. */
  override async create(upload: Upload): Promise<Upload> {
    return this.getUpload(upload.id);
  }

  override async getUpload(id: string): Promise<Upload> {
    const { length, offset, createdAt } = await this.uploads.state(id);
    return new Upload({ id, size: length, offset, creation_date: createdAt.toISOString() });
  }

  override write(stream: Readable, id: string, offset: number): Promise<number> {
    return this.uploads.append(id, offset, stream);
  }

  override remove(id: string): Promise<void> {
    return this.uploads.remove(id);
  }

  override getExpiration(): number {
    return attachmentLimits.unsentMs;
  }
}
