using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla.Benchmarks.Comparative;

/// <summary>A library in a process of its own, such as PyTorch behind <c>peer.py --serve</c>, asked by lines.</summary>
public sealed class PeerProcess : IDisposable
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly TimeSpan _startTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _leaveTimeout = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private PeerProcess(string command, string[] arguments)
    {
        ProcessStartInfo start = new(command, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        _process = new Process { StartInfo = start };
        // Read at once and elsewhere: a child whose error pipe is full would wait for us while we wait for its answer.
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                _errors.AppendLine(line.Data);
            }
        };
    }

    /// <summary>Gets the versions of the library and what it stands on, in one line.</summary>
    public string Versions { get; private set; } = "";

    /// <summary>Starts a peer by the first of its commands that has what it needs.</summary>
    /// <param name="program">What to start.</param>
    /// <param name="problem">Why there is no peer and how to install it, or null.</param>
    /// <returns>The process, ready to measure, or null.</returns>
    public static PeerProcess? TryStart(PeerProgram program, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(program);
        problem = program.Absence;
        foreach (string command in program.Commands)
        {
            PeerProcess peer = new(command, program.Arguments);
            try
            {
                peer.Start();
                problem = null;
                return peer;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                peer.Dispose(); // no such program: the next one
            }
            catch (Exception exception) when (exception is IOException or TimeoutException)
            {
                problem = exception.Message;
                peer.Dispose();
            }
        }

        return null;
    }

    /// <summary>Has the peer measure a workload.</summary>
    /// <param name="request">What to measure, and under which settings.</param>
    /// <param name="timeout">How long to wait; preparing and warming up are part of a first request.</param>
    /// <exception cref="TimeoutException">No answer came in time. The process is ended.</exception>
    /// <exception cref="IOException">The process has ended, or it refused the request.</exception>
    public PeerAnswer Measure(PeerRequest request, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(request);
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(request, _json));
        _process.StandardInput.Flush();
        string line = ReadLine(timeout);
        PeerAnswer answer = JsonSerializer.Deserialize<PeerAnswer>(line, _json)
            ?? throw new IOException($"The peer's answer to '{request.Workload}' is empty.");
        return answer.Error is null
            ? answer
            : throw new IOException($"The peer cannot measure '{request.Workload}': {answer.Error}");
    }

    /// <summary>Closes the peer's input, which ends it; kills it where it does not listen.</summary>
    public void Dispose()
    {
        if (Running)
        {
            try
            {
                _process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It has just ended by itself.
            }

            if (!_process.WaitForExit(_leaveTimeout))
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private bool Running
    {
        get
        {
            try
            {
                return !_process.HasExited;
            }
            catch (InvalidOperationException)
            {
                return false; // it was never started
            }
        }
    }

    private void Start()
    {
        _process.Start();
        _process.BeginErrorReadLine();
        using var greeting = JsonDocument.Parse(ReadLine(_startTimeout));
        Versions = string.Join(", ", greeting.RootElement.GetProperty("versions").EnumerateObject()
            .Select(version => $"{version.Name} {version.Value}"));
    }

    private string ReadLine(TimeSpan timeout)
    {
        using var expiry = new CancellationTokenSource(timeout);
        try
        {
            ValueTask<string?> reading = _process.StandardOutput.ReadLineAsync(expiry.Token);
            return reading.AsTask().GetAwaiter().GetResult() ?? throw Ended();
        }
        catch (OperationCanceledException exception)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"The peer gave no answer within {timeout.TotalSeconds} s and was ended.", exception);
        }
    }

    private IOException Ended()
    {
        _process.WaitForExit(); // so that the last line of its errors has arrived
        lock (_errors)
        {
            string reason = _errors.ToString().Trim();
            return new IOException(reason.Length > 0 ? reason : $"The peer ended with exit code {_process.ExitCode}.");
        }
    }
}
