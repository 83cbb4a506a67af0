// Package scenario is shared by the Go scenarios: arguments, steps reported line by line, waiting.
package scenario

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"
)

// Name is the name of everything that the scenarios create.
const Name = "made-by-go"

// The arguments.
var (
	BaseURL      = os.Args[1]
	BaseURL502   = os.Args[2]
	BaseURLWeird = os.Args[3]
	Secret       = os.Args[4]
)

// Step reports a step. The first failure ends the program, since later steps depend on earlier ones.
func Step(name string, work func()) {
	defer func() {
		if why := recover(); why != nil {
			fmt.Printf("FAILED\t%s\t%v\n", name, why)
			os.Exit(1)
		}
	}()
	work()
	fmt.Printf("ok\t%s\n", name)
}

// Check ends the step unless the condition holds.
func Check(condition bool, why ...any) {
	if !condition {
		panic(fmt.Sprint(why...))
	}
}

// Expect ends the step unless the response has that status and could be parsed.
func Expect(status int, response *http.Response, err error) {
	Check(response != nil, err)
	Check(response.StatusCode == status, response.Status, ", expected ", status, ": ", err)
	Check(err == nil, err)
}

// Failure is implemented by the error type of every generated client.
type Failure interface {
	error
	Body() []byte
	Model() any
}

// Refused returns the model of a refusal with that status.
func Refused(status int, response *http.Response, err error) any {
	Check(response != nil && response.StatusCode == status, err)
	failure, ok := err.(Failure)
	Check(ok && failure.Model() != nil, "no model of the refusal: ", err)
	return failure.Model()
}

// IsGatewayPage ends the step unless the failure is an HTML page with status 502: an error with the page as its body.
func IsGatewayPage(response *http.Response, err error) {
	Check(response != nil && response.StatusCode == 502, err)
	failure, ok := err.(Failure)
	Check(ok && bytes.Contains(bytes.ToLower(failure.Body()), []byte("<html")), "no HTML: ", err)
	page, _ := io.ReadAll(response.Body)
	Check(bytes.Equal(page, failure.Body()), "two bodies")
}

// Wait calls the probe until it returns true.
func Wait(probe func() bool) {
	for until := time.Now().Add(30 * time.Second); time.Now().Before(until); time.Sleep(100 * time.Millisecond) {
		if probe() {
			return
		}
	}
	panic("still waiting after 30 s")
}
