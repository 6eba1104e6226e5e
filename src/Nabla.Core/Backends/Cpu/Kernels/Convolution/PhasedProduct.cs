using System.Numerics;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// The input gradient of a strided convolution: pixels that are equally far from a multiple of the stride meet the same
/// elements of the kernel, so each such phase is a product of its own, without a multiplication by an inserted zero.
/// </summary>
/// <remarks>
/// A chunk is some whole lines of pixels, of one image some of their channels. Each phase is multiplied apart and put
/// where it belongs; then the lines are finished together.
/// </remarks>
internal sealed unsafe class PhasedProduct<T> : ConvAlgorithm<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly WorkerTeam _team;
    private readonly ConvPhase<T>[] _phases;
    private readonly PhasedLines<T> _multiply;
    private readonly long _panelBytes;
    private readonly bool _isPrepared;
    private readonly bool _isEmpty;
    private readonly bool _wakes;

    /// <summary>Plans an input gradient.</summary>
    /// <param name="window">The window.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="image">[batch, spatial…, channels]: the result.</param>
    /// <param name="gradient">[batch, results…, filters]: the input.</param>
    /// <param name="isFrozen">Whether the kernel never changes.</param>
    /// <param name="team">The threads.</param>
    /// <param name="epilogue">What finishes each block.</param>
    public PhasedProduct(
        SlidingWindow window, int groups, Shape image, Shape gradient, bool isFrozen, WorkerTeam team,
        BlockEpilogue? epilogue)
    {
        _team = team;
        _isEmpty = image.ElementCount == 0;
        _phases = ConvPhase<T>.All(window, groups, image, gradient);
        long panelBytes = _phases.Sum(phase => phase.Panels?.Bytes ?? 0);
        _wakes = PatchProductPlan.IsWorthWaking(_phases.Sum(phase => phase.Plan.Work));
        _isPrepared = isFrozen && !_isEmpty && panelBytes > 0;
        _multiply = new PhasedLines<T>(_phases, window, groups, image, isFrozen, epilogue);
        _panelBytes = _multiply.SharesPanels ? panelBytes : 0;
    }

    public override string Name => "phases of patches";

    public override long WorkspaceBytes => (_isPrepared ? 0 : _panelBytes) + (_multiply.ScratchStride * _team.Size);

    public override PreparedForm? Form => _isPrepared
        ? new PreparedForm(
            "panels of phases", _panelBytes,
            [.. _phases.SelectMany(phase => phase.Panels?.Form.Parameters.Span.ToArray() ?? [])])
        : null;

    public override void Prepare(T* b, byte* prepared)
    {
        RunFrame frame = default;
        frame.B = (byte*)b;
        Pack(&frame, prepared);
    }

    public override void Run(nint* slots, T* a, T* b, T* c, byte* workspace)
    {
        if (_isEmpty)
        {
            return;
        }

        RunFrame frame;
        frame.Slots = slots;
        frame.A = (byte*)a;
        frame.B = (byte*)b;
        frame.C = (byte*)c;
        frame.Partial = _isPrepared ? (byte*)b : workspace;
        frame.Scratch = _isPrepared ? workspace : workspace + _panelBytes;
        if (!_isPrepared && _multiply.SharesPanels)
        {
            Pack(&frame, workspace);
        }

        _team.Run(_multiply, (nint*)&frame, _multiply.Chunks, _wakes);
    }

    private void Pack(RunFrame* frame, byte* packed)
    {
        foreach (ConvPhase<T> phase in _phases)
        {
            if (phase.Panels is { } panels)
            {
                frame->PackedRight = packed + phase.PanelOffset;
                _team.Run(panels, (nint*)frame, panels.Chunks, phase.Plan.Wakes);
            }
        }
    }
}
