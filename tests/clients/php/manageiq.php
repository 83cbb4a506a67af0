<?php
// The scenario of ManageIQ with a client of openapi-generator's php.
require 'scenario.php';

use OpenApi\manageiq\Api\MachinesApi;
use OpenApi\manageiq\Api\TasksApi;
use OpenApi\manageiq\Api\VMSnapshotsApi;
use OpenApi\manageiq\Configuration;
use OpenApi\manageiq\Model\SnapshotsChange;
use OpenApi\manageiq\Model\VmSnapshotChange;

[$user, $password] = explode(':', $secret, 2);
$connect = fn (string $host) => (new Configuration())->setHost($host)->setUsername($user)->setPassword($password);

run(new class($connect($baseUrl), $connect($gatewayUrl)) {
    private VMSnapshotsApi $api;
    private string $vm;

    public function __construct(private Configuration $usual, private Configuration $broken)
    {
        $this->api = new VMSnapshotsApi(null, $usual);
        $machines = (new MachinesApi(null, $usual))->listVms(['resources'], null, ['vendor=vmware']);
        $this->vm = $machines->getResources()[0]->getId();
    }

    public function page(int $number): array
    {
        $from = ($number - 1) * 2;
        $page = $this->api->listVmSnapshots($this->vm, ['resources'], null, ['id>0'], ['id'], null, null, $from, 2);
        $ids = array_map(fn ($it) => $it->getId(), $page->getResources());
        return [$ids, $number * 2 >= $page->getSubqueryCount()];
    }

    private function finish(string $task): void
    {
        wait(fn () => (new TasksApi(null, $this->usual))->getTask($task)->getState() === 'Finished');
    }

    public function create(): void
    {
        $body = new SnapshotsChange(['action' => 'create', 'resource' => ['name' => NAME]]);
        $this->finish($this->api->changeVmSnapshots($this->vm, $body)->getResults()[0]->getTaskId());
    }

    public function ready(): ?string
    {
        $rows = $this->api->listVmSnapshots($this->vm, ['resources'], null, ["name='" . NAME . "'"])->getResources();
        return ($rows[0] ?? null)?->getId();
    }

    public function name(string $id): string
    {
        return $this->api->getVmSnapshot($this->vm, $id)->getName();
    }

    private function act(string $id, string $action): string
    {
        return $this->api->actOnVmSnapshot($this->vm, $id, new VmSnapshotChange(['action' => $action]))->getTaskId();
    }

    public function change(string $id): void
    {
        $this->finish($this->act($id, 'revert'));
    }

    public function remove(string $id): void
    {
        $this->act($id, 'delete');
    }

    public function missing(string $id): mixed
    {
        return refused(404, fn () => $this->api->getVmSnapshot($this->vm, $id))->getResponseObject()->getError();
    }

    public function gateway(): void
    {
        refused(502, fn () => (new MachinesApi(null, $this->broken))->listVms());
    }
});
