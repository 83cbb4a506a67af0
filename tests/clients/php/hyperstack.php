<?php
// The scenario of Hyperstack with a client of openapi-generator's php.
require 'scenario.php';

use OpenApi\hyperstack\Api\SnapshotsApi;
use OpenApi\hyperstack\Api\VirtualMachinesApi;
use OpenApi\hyperstack\Configuration;
use OpenApi\hyperstack\Model\SnapshotCreation;
use OpenApi\hyperstack\Model\SnapshotRestoration;

$connect = fn (string $host) => (new Configuration())->setHost($host)->setApiKey('api_key', $secret);

run(new class($connect($baseUrl), $connect($gatewayUrl)) {
    private SnapshotsApi $api;
    private int $made;

    public function __construct(private Configuration $usual, private Configuration $broken)
    {
        $this->api = new SnapshotsApi(null, $usual);
    }

    public function page(int $number): array
    {
        $rows = $this->api->listSnapshots($number, 20)->getSnapshots();
        return [array_map(fn ($it) => $it->getId(), $rows), $rows === []];
    }

    public function create(): void
    {
        $machines = (new VirtualMachinesApi(null, $this->usual))->listVms()->getInstances();
        $active = array_values(array_filter($machines, fn ($it) => $it->getStatus() === 'ACTIVE'));
        $body = new SnapshotCreation(['name' => NAME, 'description' => 'Made by a client']);
        $this->made = $this->api->createSnapshot($active[0]->getId(), $body)->getSnapshot()->getId();
    }

    public function ready(): ?int
    {
        return $this->api->getSnapshot($this->made)->getSnapshot()->getStatus() === 'SUCCESS' ? $this->made : null;
    }

    public function name(int $id): string
    {
        return $this->api->getSnapshot($id)->getSnapshot()->getName();
    }

    public function change(int $id): void
    {
        $answer = $this->api->restoreSnapshot($id, new SnapshotRestoration(['new_vm_name' => NAME . '-vm']));
        check($answer->getInstances(), 'no machine');
    }

    public function remove(int $id): void
    {
        $this->api->deleteSnapshot($id);
    }

    public function missing(int $id): ?string
    {
        return refused(404, fn () => $this->api->getSnapshot($id))->getResponseObject()->getMessage();
    }

    public function gateway(): void
    {
        refused(502, fn () => (new SnapshotsApi(null, $this->broken))->listSnapshots());
    }
});
