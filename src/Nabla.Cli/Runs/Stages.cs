using System.Diagnostics;

namespace Nabla.Cli.Runs;

/// <summary>Where the time of a run went.</summary>
internal sealed class Stages
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _last;

    /// <summary>Reading and unpacking the data.</summary>
    public TimeSpan Loading { get; private set; }

    /// <summary>Building the network, tracing and compiling its training step.</summary>
    public TimeSpan Compiling { get; private set; }

    /// <summary>The steps.</summary>
    public TimeSpan Training { get; private set; }

    /// <summary>From the start until now.</summary>
    public TimeSpan Total => _watch.Elapsed;

    public void EndLoading() => Loading = SinceLast();

    public void EndCompiling() => Compiling = SinceLast();

    public void EndTraining() => Training = SinceLast();

    private TimeSpan SinceLast()
    {
        TimeSpan now = _watch.Elapsed;
        (TimeSpan stage, _last) = (now - _last, now);
        return stage;
    }
}
