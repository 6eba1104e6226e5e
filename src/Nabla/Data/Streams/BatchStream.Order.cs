using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Nabla.Primitives;

namespace Nabla;

public static partial class BatchStream
{
    /// <summary>Items in an order that is mixed within a window: as good as the window is large.</summary>
    /// <param name="items">The items.</param>
    /// <param name="buffer">The items of the window, which are kept in memory.</param>
    /// <param name="seed">Decides the order, the same for each enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="buffer"/> is less than 1.</exception>
    public static IEnumerable<T> Shuffled<T>(this IEnumerable<T> items, int buffer, long seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfLessThan(buffer, 1);
        return Shuffle();

        IEnumerable<T> Shuffle()
        {
            ulong key = Philox.Key((ulong)seed, "stream_order"), drawn = 0;
            var window = new List<T>(Math.Min(buffer, 1024));
            foreach (T item in items)
            {
                if (window.Count < buffer)
                {
                    window.Add(item);
                    continue;
                }

                int place = Draw(window.Count);
                yield return window[place];
                window[place] = item;
            }

            while (window.Count > 0)
            {
                int place = Draw(window.Count);
                yield return window[place];
                window[place] = window[^1];
                window.RemoveAt(window.Count - 1);
            }

            int Draw(int count) => (int)(((ulong)Philox.Word(key, 0, drawn++) * (ulong)count) >> 32);
        }
    }

    /// <summary>The same items, made on a thread of their own while those before are used.</summary>
    /// <param name="items">The items.</param>
    /// <param name="count">How many may be ahead.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static IEnumerable<T> Ahead<T>(this IEnumerable<T> items, int count)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Run();

        IEnumerable<T> Run()
        {
            using var queue = new BlockingCollection<T>(count);
            using var stop = new CancellationTokenSource();
            ExceptionDispatchInfo? failure = null;
            var thread = new Thread(() => Fill(items, queue, exception => failure = exception, stop.Token))
            {
                IsBackground = true,
                Name = "Nabla stream",
            };
            thread.Start();
            try
            {
                foreach (T item in queue.GetConsumingEnumerable())
                {
                    yield return item;
                }

                failure?.Throw();
            }
            finally
            {
                stop.Cancel();
                thread.Join();
            }
        }
    }

    private static void Fill<T>(
        IEnumerable<T> items, BlockingCollection<T> queue, Action<ExceptionDispatchInfo> fail, CancellationToken stop)
    {
        try
        {
            foreach (T item in items)
            {
                queue.Add(item, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody wants the rest.
        }
        catch (Exception exception)
        {
            // It belongs to the one who asks for the next item.
            fail(ExceptionDispatchInfo.Capture(exception));
        }
        finally
        {
            queue.CompleteAdding();
        }
    }
}
