using System.Text.Json;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>
/// Trainings by the command-line tool, as a user runs them, in turn with a peer's; run once for all who ask.
/// </summary>
internal sealed class MnistTraining
{
    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(5);

    private readonly WorkloadContext _context;
    private readonly string[] _options;
    private readonly string? _peerName;
    private readonly Lazy<(Run[] Ours, PeerAnswer[]? Theirs)> _runs;

    /// <summary>Describes a training; nothing runs yet.</summary>
    /// <param name="context">How often to run.</param>
    /// <param name="peerName">The name that <c>peer.py</c> knows the training by; null where it has none.</param>
    /// <param name="options">The options behind <c>train mnist</c>.</param>
    public MnistTraining(WorkloadContext context, string? peerName, params string[] options)
    {
        _context = context;
        _options = options;
        _peerName = context.Torch is null ? null : peerName;
        _runs = new(RunAll);
    }

    /// <summary>The runs of the tool.</summary>
    public IReadOnlyList<Run> Ours => _runs.Value.Ours;

    /// <summary>The runs of the peer; null where there is none.</summary>
    public IReadOnlyList<PeerAnswer>? Theirs => _runs.Value.Theirs;

    private (Run[] Ours, PeerAnswer[]? Theirs) RunAll()
    {
        // The peer's first trainings are one for each number of threads; the fastest of them counts,
        // and the rest follow it.
        int[] teams = _context.Effort.Trainings > 1 ? [.. Enumerable.Range(1, _context.Threads)] : [1];
        List<Run> ours = [Train()];
        if (_peerName is null)
        {
            ours.AddRange(Enumerable.Range(1, _context.Effort.Trainings - 1).Select(_ => Train()));
            return ([.. ours], null);
        }

        (int threads, PeerAnswer first) = teams
            .Select(threads => (threads, Ask(threads)))
            .MinBy(trial => trial.Item2.Median);
        List<PeerAnswer> theirs = [first];
        for (int i = 1; i < _context.Effort.Trainings; i++)
        {
            ours.Add(Train());
            theirs.Add(Ask(threads));
        }

        return ([.. ours], [.. theirs]);
    }

    private PeerAnswer Ask(int threads) =>
        _context.Torch!.Measure(new PeerRequest(_peerName!, threads, threads, Foreach: true, Seconds: 0), _timeout);

    private Run Train()
    {
        string folder = Directory.CreateTempSubdirectory("nabla-compare-").FullName;
        try
        {
            string report = Path.Combine(folder, "report.json");
            (_, TimeSpan duration) = ChildProcess.Run(
                Tool(), ["train", "mnist", "--data", _context.Mnist, "--report", report, .. _options], folder: folder);
            using var json = JsonDocument.Parse(File.ReadAllText(report));
            double Value(string name) => json.RootElement.GetProperty(name).GetDouble();
            return new Run(
                Value("test_accuracy"), duration.TotalSeconds,
                Value("compile_seconds") + Value("train_seconds"), Value("epochs"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Tool() =>
        Path.Combine(_context.Root, "src", "Nabla.Cli", "bin", "Release", "net10.0", "Nabla.Cli.dll");

    /// <summary>One run of the tool.</summary>
    /// <param name="Accuracy">The share of test images classified rightly, in [0, 1].</param>
    /// <param name="ProcessSeconds">From the start of the process to its end.</param>
    /// <param name="TrainingSeconds">Compilation and training.</param>
    /// <param name="Epochs">Passes over the training set.</param>
    internal sealed record Run(double Accuracy, double ProcessSeconds, double TrainingSeconds, double Epochs);
}
