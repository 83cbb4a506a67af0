<?php
// The scenario shared by the PHP clients: each provider implements the functions that `run` calls.

[, $baseUrl, $gatewayUrl, , $secret] = $argv;
const NAME = 'by-php';

/** Loads classes of the generated packages and of Debian's Guzzle. */
spl_autoload_register(function (string $class): void {
    $path = str_replace('\\', '/', $class) . '.php';
    if (str_starts_with($class, 'OpenApi\\')) {
        [, $provider, $rest] = explode('/', $path, 3);
        require getenv('PHP_CLIENTS') . "/$provider/lib/$rest";
    }
});
require 'GuzzleHttp/autoload.php';

function check(mixed $condition, string $text): void
{
    if (!$condition) {
        throw new RuntimeException($text);
    }
}

/** Calls the probe until it returns something, and returns that. */
function wait(callable $probe, int $seconds = 30): mixed
{
    $until = microtime(true) + $seconds;
    while (microtime(true) < $until) {
        if ($found = $probe()) {
            return $found;
        }
        usleep(100_000);
    }
    throw new RuntimeException("still waiting after $seconds s");
}

/** The error of a call refused with that status. */
function refused(int $status, callable $call): Exception
{
    try {
        $call();
    } catch (Exception $error) {
        check($error->getCode() === $status, "{$error->getCode()}, expected $status: {$error->getMessage()}");
        return $error;
    }
    throw new RuntimeException('not refused');
}

function step(string $name, callable $work): mixed
{
    try {
        $result = $work();
    } catch (Throwable $error) {
        echo "FAILED\t$name\t", get_class($error), ': ', strtr(substr($error->getMessage(), 0, 300), "\n\t", '  '), "\n";
        exit(1);
    }
    echo "ok\t$name\n";
    return $result;
}

/** `$account` has page, create, ready, name, change, remove, missing and gateway. */
function run(object $account): void
{
    step('all pages', function () use ($account) {
        $ids = [];
        for ($number = 1, $last = false; !$last; $number++) {
            [$page, $last] = $account->page($number);
            array_push($ids, ...$page);
        }
        check($number > 2 && count($ids) > 4 && count(array_unique($ids)) === count($ids), count($ids) . " on $number");
    });
    step('create', fn () => $account->create());
    $id = step('wait', fn () => wait(fn () => $account->ready()));
    step('get', fn () => check($account->name($id) === NAME, 'another name'));
    step('change', fn () => $account->change($id));
    step('delete', fn () => $account->remove($id));
    step('error', function () use ($account, $id) {
        check(wait(function () use ($account, $id) {
            try {
                return $account->missing($id);
            } catch (RuntimeException) {
                return null;
            }
        }), 'no text');
    });
    step('HTML 502', fn () => $account->gateway());
}
