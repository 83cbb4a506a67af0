package scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/** Shared by the Java scenarios: arguments, steps reported line by line, waiting. */
final class Scenario {
  static final String NAME = "made-by-java";

  final String baseUrl;
  final String baseUrl502;
  final String baseUrlWeird;
  final String secret;

  Scenario(String[] arguments) {
    baseUrl = arguments[0];
    baseUrl502 = arguments[1];
    baseUrlWeird = arguments[2];
    secret = arguments[3];
  }

  interface Work<T> {
    T run() throws Exception;
  }

  interface Task {
    void run() throws Exception;
  }

  /** Reports a step and returns its result. The first failure ends the program, since later steps depend on earlier ones. */
  static <T> T step(String name, Work<T> work) {
    try {
      T result = work.run();
      System.out.println("ok\t" + name);
      return result;
    } catch (Throwable failure) {
      System.out.println("FAILED\t" + name + "\t" + failure.toString().replaceAll("\\s+", " "));
      System.exit(1);
      throw new IllegalStateException(failure);
    }
  }

  static void step(String name, Task task) {
    step(name, () -> {
      task.run();
      return true;
    });
  }

  static void check(boolean condition, String text) {
    if (!condition) throw new AssertionError(text);
  }

  static void expect(int status, int got) {
    check(got == status, got + ", expected " + status);
  }

  /** The status of a call: that of the response, or that of the generated exception. */
  static int status(Work<Integer> call) throws Exception {
    try {
      return call.run();
    } catch (Exception failure) {
      return code(failure);
    }
  }

  /** The JSON body of a refusal with that status, as contained in the generated exception. */
  static JsonNode refused(int status, Task call) throws Exception {
    Exception failure = failure(call);
    expect(status, code(failure));
    return new ObjectMapper().readTree(body(failure));
  }

  /** An HTML page with status 502 raises the generated exception, with the page as its body. */
  static void isGatewayPage(Task call) {
    Exception failure = failure(call);
    expect(502, code(failure));
    check(body(failure).toLowerCase(Locale.ROOT).contains("<html"), "no HTML: " + failure);
  }

  private static Exception failure(Task call) {
    try {
      call.run();
    } catch (Exception failure) {
      return failure;
    }
    throw new AssertionError("no failure");
  }

  // Each generated client has its own exception; they share no type.
  private static int code(Exception failure) {
    if (failure instanceof clients.syminet.ApiException it) return it.getCode();
    if (failure instanceof clients.manageiq.ApiException it) return it.getCode();
    if (failure instanceof clients.hyperstack.ApiException it) return it.getCode();
    if (failure instanceof clients.genesiscloud.ApiException it) return it.getCode();
    throw new AssertionError(failure);
  }

  private static String body(Exception failure) {
    if (failure instanceof clients.syminet.ApiException it) return it.getResponseBody();
    if (failure instanceof clients.manageiq.ApiException it) return it.getResponseBody();
    if (failure instanceof clients.hyperstack.ApiException it) return it.getResponseBody();
    if (failure instanceof clients.genesiscloud.ApiException it) return it.getResponseBody();
    throw new AssertionError(failure);
  }

  /** Calls the probe until it returns something, and returns that. */
  static <T> T waitFor(Work<T> probe) throws Exception {
    long until = System.nanoTime() + 30_000_000_000L;
    while (System.nanoTime() < until) {
      T found = probe.run();
      if (found != null && !Boolean.FALSE.equals(found)) return found;
      Thread.sleep(100);
    }
    throw new AssertionError("still waiting after 30 s");
  }
}
