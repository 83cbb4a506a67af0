<?php
// The scenario of Genesis Cloud with a client of openapi-generator's php.
require 'scenario.php';

use OpenApi\genesiscloud\Api\InstancesApi;
use OpenApi\genesiscloud\Api\SnapshotsApi;
use OpenApi\genesiscloud\Configuration;
use OpenApi\genesiscloud\Model\SnapshotCreation;
use OpenApi\genesiscloud\Model\SnapshotRenaming;

$connect = fn (string $host) => (new Configuration())->setHost($host)->setAccessToken($secret);

run(new class($connect($baseUrl), $connect($gatewayUrl)) {
    private SnapshotsApi $api;
    private string $made;

    public function __construct(private Configuration $usual, private Configuration $broken)
    {
        $this->api = new SnapshotsApi(null, $usual);
    }

    public function page(int $number): array
    {
        $page = $this->api->listSnapshots($number, 20);
        return [array_map(fn ($it) => $it->getId(), $page->getSnapshots()), $number * 20 >= $page->getTotalCount()];
    }

    public function create(): void
    {
        $instance = (new InstancesApi(null, $this->usual))->listInstances()->getInstances()[0];
        $answer = $this->api->createInstanceSnapshot($instance->getId(), new SnapshotCreation(['name' => NAME]));
        $this->made = $answer->getSnapshot()->getId();
    }

    public function ready(): ?string
    {
        return $this->api->getSnapshot($this->made)->getSnapshot()->getStatus() === 'created' ? $this->made : null;
    }

    public function name(string $id): string
    {
        return $this->api->getSnapshot($id)->getSnapshot()->getName();
    }

    public function change(string $id): void
    {
        $this->api->renameSnapshot($id, new SnapshotRenaming(['name' => NAME . '-2']));
    }

    public function remove(string $id): void
    {
        $this->api->deleteSnapshot($id);
    }

    public function missing(string $id): ?string
    {
        return refused(404, fn () => $this->api->getSnapshot($id))->getResponseObject()->getMessage();
    }

    public function gateway(): void
    {
        refused(502, fn () => (new SnapshotsApi(null, $this->broken))->listSnapshots());
    }
});
