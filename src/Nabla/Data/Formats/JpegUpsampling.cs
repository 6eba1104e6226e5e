namespace Nabla.Data.Formats;

/// <summary>Stretches a component to the size of the picture, row by row.</summary>
/// <remarks>
/// Half resolutions are stretched smoothly, three parts of the nearer sample and one of the farther, to the bits of the
/// Independent JPEG Group's library; others by repeating samples, as there.
/// </remarks>
internal sealed class JpegUpsampling
{
    private const int LeastSmoothWidth = 3;

    private readonly JpegComponent _component;
    private readonly int _across;
    private readonly int _down;
    private readonly byte[] _row;
    private readonly int[] _sums;

    public JpegUpsampling(JpegComponent component, JpegFrame frame)
    {
        _component = component;
        _across = frame.Horizontal / component.Horizontal;
        _down = frame.Vertical / component.Vertical;
        _row = _across * _down == 1 ? [] : new byte[component.Stride * _across];
        _sums = _across == 2 && _down == 2 ? new int[component.Width] : [];
    }

    private bool IsSmooth => _component.Width >= LeastSmoothWidth;

    /// <summary>A row of the picture, valid until the next one is asked for.</summary>
    public ReadOnlySpan<byte> Row(int y)
    {
        ReadOnlySpan<byte> near = Samples(y / _down);
        switch (_across, _down)
        {
            case (1, 1):
                return near;
            case (2, 1) when IsSmooth:
                StretchAcross(near, _row);
                break;
            case (2, 2) when IsSmooth:
                StretchBoth(near, Neighbor(y), _sums, _row);
                break;
            case (1, 2):
                StretchDown(near, Neighbor(y), y % 2 == 0 ? 1 : 2, _row);
                break;
            default:
                Repeat(near);
                break;
        }

        return _row;
    }

    private ReadOnlySpan<byte> Samples(int row) =>
        _component.Samples.AsSpan(row * _component.Stride, _component.Width);

    // The row above for the upper half of a sample, the row below for the lower one; at the border the row itself.
    private ReadOnlySpan<byte> Neighbor(int y) =>
        Samples(Math.Clamp((y / 2) + (y % 2 == 0 ? -1 : 1), 0, _component.Height - 1));

    private static void StretchAcross(ReadOnlySpan<byte> x, Span<byte> y)
    {
        int last = x.Length - 1;
        y[0] = x[0];
        y[1] = (byte)(((3 * x[0]) + x[1] + 2) >> 2);
        for (int i = 1; i < last; i++)
        {
            int value = 3 * x[i];
            y[2 * i] = (byte)((value + x[i - 1] + 1) >> 2);
            y[(2 * i) + 1] = (byte)((value + x[i + 1] + 2) >> 2);
        }

        y[2 * last] = (byte)(((3 * x[last]) + x[last - 1] + 1) >> 2);
        y[(2 * last) + 1] = x[last];
    }

    private static void StretchDown(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, int rounding, Span<byte> y)
    {
        for (int i = 0; i < near.Length; i++)
        {
            y[i] = (byte)(((3 * near[i]) + far[i] + rounding) >> 2);
        }
    }

    private static void StretchBoth(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, Span<int> sums, Span<byte> y)
    {
        far = far[..near.Length];
        sums = sums[..near.Length];
        for (int i = 0; i < near.Length; i++)
        {
            sums[i] = (3 * near[i]) + far[i];
        }

        int last = sums.Length - 1;
        y[0] = (byte)(((4 * sums[0]) + 8) >> 4);
        y[1] = (byte)(((3 * sums[0]) + sums[1] + 7) >> 4);
        for (int i = 1; i < last; i++)
        {
            int value = 3 * sums[i];
            y[2 * i] = (byte)((value + sums[i - 1] + 8) >> 4);
            y[(2 * i) + 1] = (byte)((value + sums[i + 1] + 7) >> 4);
        }

        y[2 * last] = (byte)(((3 * sums[last]) + sums[last - 1] + 8) >> 4);
        y[(2 * last) + 1] = (byte)(((4 * sums[last]) + 7) >> 4);
    }

    private void Repeat(ReadOnlySpan<byte> samples)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            _row.AsSpan(i * _across, _across).Fill(samples[i]);
        }
    }
}
