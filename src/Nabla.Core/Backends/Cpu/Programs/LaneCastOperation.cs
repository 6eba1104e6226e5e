using System.Reflection;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// Numbers of one lane type as numbers of the other. Its code belongs to the <see cref="LaneSet"/>, which knows both.
/// </summary>
internal sealed unsafe class LaneCastOperation : LaneOperation
{
    public static readonly LaneCastOperation ToFloating = new("ToFloating");
    public static readonly LaneCastOperation ToInteger = new("ToInteger");

    private LaneCastOperation(string name) : base(name, 1, 1)
    {
    }

    public override MethodInfo Method<TSimd, TVector>() => throw NeedsLaneSet();

    public override delegate*<byte*, byte*, byte*, byte*, nint, void> Loop<TSimd, TVector, T>() => throw NeedsLaneSet();

    private static InvalidOperationException NeedsLaneSet() => new("A cast between lanes is asked of the lane set.");
}
