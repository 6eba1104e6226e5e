namespace Nabla.Benchmarks.Comparative;

/// <summary>PyTorch, or a library within it, at the best of its own settings.</summary>
/// <remarks>
/// The first round tries every setting and keeps the fastest one: a team of threads that costs more than it brings is
/// no fair opponent. Later rounds measure that setting alone, so noise does not choose the peer's number for it.
/// </remarks>
public sealed class TorchPeer : Peer
{
    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(3);

    private readonly PeerProcess? _process;
    private readonly Func<PeerAnswer, double> _convert;
    private readonly PeerRequest[] _settings;
    private readonly double _seconds;
    private PeerRequest? _best;

    /// <summary>Describes the peer of a workload.</summary>
    /// <param name="name">Its name in the table, such as <c>PyTorch</c> or <c>OpenBLAS</c>.</param>
    /// <param name="target">The least ratio that Nabla must reach; null where the peer is only printed beside.</param>
    /// <param name="process">The running peer, or null where PyTorch is missing.</param>
    /// <param name="workload">The name by which <c>peer.py</c> knows the workload.</param>
    /// <param name="threads">The most threads of a team; 1 up to this number are tried, each by itself.</param>
    /// <param name="optimizes">Whether the workload has an optimizer, whose multi-tensor form is tried as well.</param>
    /// <param name="convert">Turns an answer into the workload's unit.</param>
    /// <param name="convolves">
    /// Whether there are images, whose layout is tried as well; the BLAS, which has little to do then, gets the threads
    /// that convolutions get.
    /// </param>
    /// <param name="seconds">How long a round measures.</param>
    public TorchPeer(
        string name,
        double? target,
        PeerProcess? process,
        string workload,
        int threads,
        bool optimizes,
        Func<PeerAnswer, double> convert,
        bool convolves = false,
        double seconds = 0.2)
        : base(name, target)
    {
        _process = process;
        _convert = convert;
        _seconds = seconds;
        int[] teams = [.. Enumerable.Range(1, threads)];
        _settings =
        [
            .. from own in teams
               from blas in optimizes && !convolves ? teams : [own]
               from multiTensor in optimizes ? new[] { false, true } : [false]
               from channelsLast in convolves ? new[] { false, true } : [false]
               select new PeerRequest(workload, own, blas, multiTensor, ChannelsLast: channelsLast),
        ];
    }

    /// <inheritdoc/>
    public override double? Measure()
    {
        if (_process is null)
        {
            return null;
        }

        // Twice each, since one disturbed trial must not cost a setting its place.
        _best ??= _settings.MinBy(setting =>
            Math.Min(_process.Measure(setting, _timeout).Median, _process.Measure(setting, _timeout).Median))!;
        return _convert(_process.Measure(_best with { Seconds = _seconds }, _timeout));
    }
}
