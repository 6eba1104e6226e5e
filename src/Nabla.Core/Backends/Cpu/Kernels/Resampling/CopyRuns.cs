namespace Nabla.Backends.Cpu.Kernels.Resampling;

/// <summary>Rows whose elements are elements of the source: neighbours there are moved together.</summary>
internal sealed unsafe class CopyRuns
{
    private readonly List<(nint Source, nint Target, nint Bytes)> _runs = [];

    public CopyRuns(TapGrid grid, int elementBytes)
    {
        int[] places = grid.Columns.Places;
        nint bytes = checked((nint)grid.Inner * elementBytes);
        for (int start = 0, end; start < places.Length; start = end)
        {
            for (end = start + 1; end < places.Length && places[end] == places[end - 1] + 1; end++)
            {
            }

            _runs.Add((places[start] * bytes, start * bytes, (end - start) * bytes));
        }
    }

    public void Row(byte* source, byte* target)
    {
        foreach ((nint from, nint to, nint bytes) in _runs)
        {
            Move(source + from, target + to, bytes);
        }
    }

    private static void Move(byte* source, byte* target, nint bytes)
    {
        switch (bytes)
        {
            case sizeof(int):
                *(int*)target = *(int*)source;
                break;
            case sizeof(long):
                *(long*)target = *(long*)source;
                break;
            default:
                Buffer.MemoryCopy(source, target, bytes, bytes);
                break;
        }
    }
}
