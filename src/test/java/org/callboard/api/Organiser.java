package org.callboard.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.callboard.app.TestNode;

/** Somebody who is logged in at a node and asks for changes over real HTTP. */
public final class Organiser {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final String token;

  private Organiser(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /** An answer: its status, and its body where that is JSON. */
  public record Answer(int status, JsonObject json) {

    public String detail() {
      return json.getString("detail");
    }

    public long revision() {
      return json.getLong("revision");
    }

    /** What the effects are, in short: {@code session kind}. */
    public List<String> effects() {
      return objects("effects").stream()
          .map(effect -> effect.getString("session") + " " + effect.getString("kind"))
          .toList();
    }

    public List<String> warnings() {
      return objects("warnings").stream().map(warning -> warning.getString("code")).toList();
    }

    public List<JsonObject> objects(String key) {
      return json.getJsonArray(key).stream().map(JsonObject.class::cast).toList();
    }
  }

  /** The first account, which is an admin. */
  public static Organiser admin(TestNode node) {
    return login(node, "organiser", TestNode.PASSWORD);
  }

  public static Organiser login(TestNode node, String user, String password) {
    return login(node.url(""), user, password);
  }

  /** Logs in at a server by its address, such as {@code http://127.0.0.1:8080}. */
  public static Organiser login(String base, String user, String password) {
    JsonObject body = new JsonObject().put("user", user).put("password", password);
    Answer answer = new Organiser(base, "").post("/api/login", body.encode());
    return new Organiser(base, answer.json().getString("token"));
  }

  /** Somebody who is not logged in. */
  public static Organiser stranger(TestNode node) {
    return new Organiser(node.url(""), "");
  }

  /** Somebody who is not logged in, at a server by its address. */
  public static Organiser at(String base) {
    return new Organiser(base, "");
  }

  /** Somebody who presents a token, whatever it is. */
  public static Organiser bearing(TestNode node, String token) {
    return bearing(node.url(""), token);
  }

  /** The same at a server by its address. */
  public static Organiser bearing(String base, String token) {
    return new Organiser(base, token);
  }

  public String token() {
    return token;
  }

  public Answer change(String text, String... headers) {
    return post("/api/changes", json(text), headers);
  }

  public Answer preview(String text) {
    return post("/api/changes?preview=true", json(text));
  }

  public Answer post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Sends a form with a file in the field {@code programme}; fields as {@code name=value}. */
  public Answer upload(String path, String file, byte[] bytes, String... fields) {
    String boundary = "a-line-between-parts";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (String field : fields) {
      String[] parts = field.split("=", 2);
      body.writeBytes(part(boundary, "name=\"" + parts[0] + "\"", parts[1].getBytes(UTF_8)));
    }
    String named = "name=\"programme\"; filename=\"" + file + "\"";
    body.writeBytes(part(boundary, named, bytes));
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static byte[] part(String boundary, String disposition, byte[] content) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    String head = "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition;
    part.writeBytes((head + "\r\n\r\n").getBytes(UTF_8));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(UTF_8));
    return part.toByteArray();
  }

  public Answer get(String path) {
    return send(request(path).build());
  }

  /** An answer that is no JSON. */
  public String text(String path) {
    try {
      return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("No answer: " + path, failed);
    }
  }

  public Answer patch(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE().build());
  }

  public JsonObject session(String id) {
    return get("/api/sessions/" + id).json();
  }

  /** The titles of one part of a room's board. */
  public List<String> titles(String room, String part, String at) {
    JsonArray sessions = get("/api/boards/" + room + at).json().getJsonArray(part);
    return sessions.stream().map(session -> ((JsonObject) session).getString("title")).toList();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      boolean isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          response.statusCode(), isJson ? new JsonObject(response.body()) : new JsonObject());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("No answer: " + request.uri(), failed);
    }
  }
}
