<?php
// The scenario of Syminet with a client of openapi-generator's php.
require 'scenario.php';

use OpenApi\syminet\Api\SnapshotsApi;
use OpenApi\syminet\Configuration;
use OpenApi\syminet\Model\SnapshotNameRequest;

$connect = fn (string $host) => new SnapshotsApi(null, (new Configuration())->setHost($host)->setAccessToken($secret));

run(new class($connect($baseUrl), $connect($gatewayUrl)) {
    private ?int $slice = null;

    public function __construct(private SnapshotsApi $api, private SnapshotsApi $broken)
    {
    }

    public function page(int $number): array
    {
        $page = $this->api->listSnapshots(null, $number);
        foreach ($page->getData() as $it) {
            if ($it->getPerms() === 'rw' && $it->getVmPerms() === 'rw' && $it->getVmDeleted() === null) {
                $this->slice ??= $it->getVmId();
            }
        }
        return [array_map(fn ($it) => $it->getId(), $page->getData()), $number >= $page->getPages()];
    }

    public function create(): void
    {
        $this->api->createSnapshot($this->slice, new SnapshotNameRequest(['snapshot_name' => NAME]));
    }

    public function ready(): ?int
    {
        $found = $this->api->listSnapshots(NAME)->getData()[0] ?? null;
        return $found?->getInProgress() === null ? $found?->getId() : null;
    }

    public function name(int $id): string
    {
        return $this->api->listSnapshots(NAME)->getData()[0]->getName();
    }

    public function change(int $id): void
    {
        $this->api->renameSnapshot($id, new SnapshotNameRequest(['snapshot_name' => NAME . '-2']));
    }

    public function remove(int $id): void
    {
        $this->api->deleteSnapshot($id);
    }

    public function missing(int $id): ?string
    {
        return refused(404, fn () => $this->api->deleteSnapshot(999_999_999))->getResponseObject()->getError();
    }

    public function gateway(): void
    {
        refused(502, fn () => $this->broken->listSnapshots());
    }
});
