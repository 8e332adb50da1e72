package org.glidepath.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.glidepath.cdshooks.RefusedRequest;

/** Reads the body of a request, as JSON text that is not too long. */
final class RequestBody {

  /** 10 MiB: five times the largest record of a patient that was seen. */
  static final int MOST_BYTES = 10 * 1024 * 1024;

  /** What is read of a body that is too long, before the connection is closed. */
  private static final long MOST_SKIPPED = 10L * MOST_BYTES;

  private RequestBody() {}

  /**
   * The body, unpacked; throws {@link RefusedRequest} where it is not JSON by its header, packed in
   * an unknown way, or too long, however its length is announced.
   */
  static byte[] read(Context context) {
    requireJson(Optional.ofNullable(context.req().getContentType()));
    try {
      InputStream sent = context.req().getInputStream();
      if (context.req().getContentLengthLong() > MOST_BYTES) {
        throw tooLong(sent);
      }
      byte[] bytes = unpacked(context, new Limited(sent)).readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw tooLong(sent);
      }
      return bytes;
    } catch (ZipException e) {
      throw new RefusedRequest(
          400, "structure", "Content-Encoding", "the body is not gzip, as its header says");
    } catch (IOException e) {
      throw new RefusedRequest(
          400, "structure", "$", "the body ended early; send it whole, or without Content-Length");
    }
  }

  private static void requireJson(Optional<String> contentType) {
    String type = contentType.orElse("application/json").split(";", 2)[0].strip();
    String subtype = type.toLowerCase(Locale.ROOT);
    if (!subtype.equals("application/json")
        && !(subtype.startsWith("application/") && subtype.endsWith("+json"))) {
      throw new RefusedRequest(
          415,
          "not-supported",
          "Content-Type",
          "the body has another content type than JSON; send Content-Type: application/json");
    }
  }

  private static InputStream unpacked(Context context, InputStream body) throws IOException {
    String encoding =
        Optional.ofNullable(context.header("Content-Encoding")).orElse("identity").strip();
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "identity", "" -> body;
      case "gzip", "x-gzip" -> new GZIPInputStream(body);
      default ->
          throw new RefusedRequest(
              415,
              "not-supported",
              "Content-Encoding",
              "the body is packed in a way that is not known here; send it plain or as gzip");
    };
  }

  /**
   * The refusal, once the client has sent what it has to send: many clients read no answer before.
   */
  private static RefusedRequest tooLong(InputStream rest) throws IOException {
    rest.skip(MOST_SKIPPED);
    return new RefusedRequest(
        413,
        "too-long",
        "$",
        "the body is longer than 10 MiB; send less prefetch, for example only current medication");
  }

  /** Stops reading a body that never ends. */
  private static final class Limited extends java.io.FilterInputStream {

    private long read;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) throws IOException {
      read += bytes;
      if (read > MOST_BYTES) {
        throw tooLong(in);
      }
    }
  }
}
